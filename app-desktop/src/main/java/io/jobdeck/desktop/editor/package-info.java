/** Forms over the whole document of an app or a job: model, form and controller of each. */
package io.jobdeck.desktop.editor;
