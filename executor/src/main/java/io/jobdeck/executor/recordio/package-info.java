/** The framing of Mesos' streaming answers, for both ends of a stream. */
package io.jobdeck.executor.recordio;
