/** How clusters are opened, and what stands in their place meanwhile: starting, failed, stopping, none. */
package io.jobdeck.desktop.start;
