/** The texts that people read, in every language the console speaks, switched while it runs. */
package io.jobdeck.desktop.text;
