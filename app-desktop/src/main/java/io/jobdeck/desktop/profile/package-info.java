/** The clusters a person knows: kept in a file without secrets, listed, edited, imported and exported. */
package io.jobdeck.desktop.profile;
