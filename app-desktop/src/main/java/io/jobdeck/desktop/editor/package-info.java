/** Editors of apps and jobs: the whole document as a form and as JSON, what saving it changes, and conflicts. */
package io.jobdeck.desktop.editor;
