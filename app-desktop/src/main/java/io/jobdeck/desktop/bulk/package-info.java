/** One operation on many things as a person follows it: how far it is, stopping it, and what became of each. */
package io.jobdeck.desktop.bulk;
