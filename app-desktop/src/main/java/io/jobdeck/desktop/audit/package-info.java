/** The view of the audit trail: who did what, when, from where, and how it ended. */
package io.jobdeck.desktop.audit;
