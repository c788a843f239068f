/** An agent for tests: speaks the v1 executor API over HTTP, and does what the test tells it to. */
package io.jobdeck.executor.testing;
