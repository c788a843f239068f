/** The ZooKeeper tree: its layout, a live copy of it, and transactions on it. The only package that knows Curator. */
package io.jobdeck.scheduler.registry;
