package io.jobdeck.executor.job;

/**
 * A job of an app, in one of the forms an executor knows how to call.
 *
 * <p>A transient task gets an object of its own when the job is found by class name or by a supplier; a daemon task keeps
 * one object for all its firings. An object that was registered itself serves all tasks, on several threads at once.
 */
public sealed interface ElasticJob permits SimpleJob, DataflowJob {
}
