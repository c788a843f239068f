/** What the window shows before there is a cluster and after it: starting, failed, stopping. */
package io.jobdeck.desktop.start;
