package io.jobdeck.executor.internal.run;

import io.jobdeck.executor.job.ElasticJob;
import java.util.Optional;

/** One way of finding jobs. */
@FunctionalInterface
public interface JobSource {

    /**
     * Returns the object to call for a task.
     *
     * @param name what the job's configuration has as its class
     * @return the job; empty if this source does not know the name
     * @throws ReflectiveOperationException if it knows the name and cannot make the object
     */
    Optional<ElasticJob> find(String name) throws ReflectiveOperationException;
}
