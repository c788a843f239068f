/** The way from the registry's event thread to the interface thread: coalesced, folded, handed over once per tick. */
package io.jobdeck.desktop.bridge;
