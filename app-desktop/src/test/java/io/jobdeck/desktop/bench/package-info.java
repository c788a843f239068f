/** Measures how fluid the console's window stays over a large, busy cluster; run by profile {@code bench}. */
package io.jobdeck.desktop.bench;
