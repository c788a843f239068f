/** Everything a person can do to apps and jobs, each action existing once; and how operations run behind the window. */
package io.jobdeck.desktop.action;
