/** The view that opens first: what needs attention, what the cluster does, and what comes next. */
package io.jobdeck.desktop.overview;
