/** Asks for agents and files off the interface thread, and brings the answers to it. */
package io.jobdeck.desktop.insight;
