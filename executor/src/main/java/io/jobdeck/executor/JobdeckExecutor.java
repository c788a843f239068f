package io.jobdeck.executor;

import io.jobdeck.executor.internal.mesos.AgentSession;
import io.jobdeck.executor.internal.mesos.ExecutorEnvironment;
import io.jobdeck.executor.internal.mesos.NotStartedByAgentException;
import io.jobdeck.executor.internal.run.ClassNames;
import io.jobdeck.executor.internal.run.ExecutorProcess;
import io.jobdeck.executor.internal.run.TaskRunner;
import io.jobdeck.executor.internal.run.TaskThreads;
import io.jobdeck.executor.internal.run.WorkFactory;
import io.jobdeck.executor.job.ElasticJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a program an executor that runs jobs. The whole {@code main} of an app can be
 *
 * <pre>{@code
 * System.exit(JobdeckExecutor.create().run());
 * }</pre>
 *
 * <p>A task names its job by the class in the job's configuration. A job registered under that name is called; else the
 * class of that name is loaded with the context class loader of the thread that calls {@link #run}, and needs a
 * constructor without arguments.
 *
 * <p>Not thread-safe: set it up and run it on one thread.
 */
public final class JobdeckExecutor {

    /** Exit code of {@link #run} when no Mesos agent started the program. */
    public static final int EXIT_NOT_STARTED_BY_AGENT = 2;

    private static final Logger LOG = LoggerFactory.getLogger(JobdeckExecutor.class);
    private static final int FEWEST_TASKS = 32;
    private static final int TASKS_PER_PROCESSOR = 16;

    private final Map<String, String> environment;
    private final Map<String, Supplier<? extends ElasticJob>> registered = new HashMap<>();
    private int maxConcurrentTasks =
            Math.max(FEWEST_TASKS, TASKS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());

    private JobdeckExecutor(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Returns an executor that finds its agent through the environment of this process. */
    public static JobdeckExecutor create() {
        return create(System.getenv());
    }

    /**
     * Returns an executor that finds its agent through variables given.
     *
     * @param environment the {@code MESOS_} variables of the executor API
     */
    public static JobdeckExecutor create(Map<String, String> environment) {
        return new JobdeckExecutor(environment);
    }

    /**
     * Registers one object for all tasks of a job, under the name of its class. It is called on several threads at once.
     *
     * @param job the job
     */
    public JobdeckExecutor register(ElasticJob job) {
        return register(job.getClass().getName(), () -> job);
    }

    /**
     * Registers a way to make a job, called once for each task.
     *
     * @param name what the job's configuration has as its class
     * @param supplier makes the job; what it throws fails the task
     */
    public JobdeckExecutor register(String name, Supplier<? extends ElasticJob> supplier) {
        registered.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(supplier, "supplier"));
        return this;
    }

    /**
     * Limits how many tasks run at once. Those over the limit wait for a thread; a daemon takes one only while it fires.
     *
     * @param limit at least 1; 16 per processor and no less than 32 if never set
     */
    public JobdeckExecutor maxConcurrentTasks(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is %d, expected 1 or more".formatted(limit));
        }
        maxConcurrentTasks = limit;
        return this;
    }

    /**
     * Runs tasks until the agent or the scheduler tells the executor to end, or the agent is gone. Says in one line on the
     * standard error stream if no agent started the program.
     *
     * @return exit code for the process: 0 if it ended as told, 1 if the agent is gone or refuses the executor, 2 if no
     *         agent started the program
     */
    public int run() {
        try {
            return run(ExecutorEnvironment.from(environment));
        } catch (NotStartedByAgentException e) {
            System.err.println(e.getMessage());
            return EXIT_NOT_STARTED_BY_AGENT;
        }
    }

    private int run(ExecutorEnvironment agent) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        WorkFactory works = new WorkFactory(List.of(this::findRegistered, new ClassNames(loader)), agent.sandbox());
        try (AgentSession session = new AgentSession(agent);
                TaskRunner runner = new TaskRunner(works, new TaskThreads(maxConcurrentTasks, loader), session)) {
            ExecutorProcess process = new ExecutorProcess(session, runner, agent.shutdownGracePeriod());
            return runUntilEndOrTermination(process);
        }
    }

    /** An operator's SIGTERM ends the tasks as tidily as a SHUTDOWN does. */
    private static int runUntilEndOrTermination(ExecutorProcess process) {
        Thread hook = new Thread(() -> process.stop("The process was told to terminate."), "jobdeck-termination");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return process.run();
        } finally {
            withdraw(hook);
        }
    }

    private static void withdraw(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("The process terminates, the hook is at work", e);
        }
    }

    private Optional<ElasticJob> findRegistered(String name) {
        return Optional.ofNullable(registered.get(name)).map(Supplier::get);
    }
}
