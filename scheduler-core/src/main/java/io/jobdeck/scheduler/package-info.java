/** The programs' composition roots: one scheduler on a tree, alone or with a cluster of its own. */
package io.jobdeck.scheduler;
