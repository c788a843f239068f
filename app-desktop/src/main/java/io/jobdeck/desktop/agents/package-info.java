/** The view of agents. */
package io.jobdeck.desktop.agents;
