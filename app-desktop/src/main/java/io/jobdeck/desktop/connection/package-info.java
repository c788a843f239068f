/** Clusters that the console shows: how a connection to one is made, and what it consists of. */
package io.jobdeck.desktop.connection;
