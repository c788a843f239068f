/** What this program is made of, and the file about its state that a person can send when they need help. */
package io.jobdeck.desktop.about;
