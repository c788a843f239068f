/** Apps and jobs to files and from files: what a file holds, what it would change, and storing what is chosen of it. */
package io.jobdeck.desktop.transfer;
