/** What the registry tree means, folded into the facts that tables show; no toolkit, one thread. */
package io.jobdeck.desktop.fold;
