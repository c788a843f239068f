/** The executor's side of the Mesos v1 executor API: HTTP, JSON and RecordIO, with no Mesos library. */
package io.jobdeck.executor.internal.mesos;
