package io.jobdeck.scheduler.mesos.insight;

import io.jobdeck.scheduler.insight.AgentsReport;
import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.insight.ExecutorSandbox;
import io.jobdeck.scheduler.insight.FileDownload;
import io.jobdeck.scheduler.insight.FilePart;
import io.jobdeck.scheduler.insight.SandboxListing;
import io.jobdeck.scheduler.mesos.Credentials;
import io.jobdeck.scheduler.mesos.endpoints.AgentEndpoints;
import io.jobdeck.scheduler.mesos.endpoints.EndpointClient;
import io.jobdeck.scheduler.mesos.endpoints.EndpointException;
import io.jobdeck.scheduler.mesos.endpoints.MasterEndpoints;
import io.jobdeck.scheduler.mesos.master.MasterLocation;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The cluster as Mesos 1.5 to 1.11 show it: {@code /state-summary} and {@code /registrar(1)/registry} of the leading
 * master, {@code /state} and {@code /files} of the agents. Files of other frameworks' tasks are out of its reach.
 */
public final class MesosInsight implements ClusterInsight, AutoCloseable {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    private final EndpointClient client;
    private final MasterEndpoints master;
    private final AgentEndpoints endpoints;
    private final Agents agents;
    private final SandboxFinder sandboxes;
    private final AppExecutors executors;

    /**
     * Asks nobody before the first call.
     *
     * @param masters where the masters are
     * @param credentials shown to master and agents, if they want them
     * @param nodes of the live tree, by path
     */
    public MesosInsight(MasterLocation masters, Optional<Credentials> credentials, Map<String, TreeNode> nodes, Clock clock) {
        client = new EndpointClient(credentials, ANSWER_TIMEOUT);
        master = new MasterEndpoints(masters, client);
        endpoints = new AgentEndpoints(client);
        agents = new Agents(master, nodes, clock, System::nanoTime);
        Tasks tasks = new Tasks(nodes);
        sandboxes = new SandboxFinder(agents, endpoints, tasks, System::nanoTime);
        executors = new AppExecutors(agents, endpoints, tasks);
    }

    @Override
    public AgentsReport agents() {
        return agents.known().report();
    }

    @Override
    public SandboxListing files(TaskId task, String path) {
        SandboxPath wanted = SandboxPath.parse(path);
        return ask(task, wanted, (place, file) -> new SandboxListing(place.sandbox(), wanted.text(),
                endpoints.browse(place.agent(), file)));
    }

    @Override
    public FilePart read(TaskId task, String path, OptionalLong offset, int length) {
        demandBounds(offset, length);
        return ask(task, SandboxPath.parseFile(path),
                (place, file) -> endpoints.read(place.agent(), file, offset, length));
    }

    @Override
    public FileDownload download(TaskId task, String path) {
        return ask(task, SandboxPath.parseFile(path), (place, file) -> endpoints.download(place.agent(), file));
    }

    @Override
    public List<ExecutorSandbox> sandboxes(String app) {
        return executors.of(app);
    }

    private static void demandBounds(OptionalLong offset, int length) {
        if (offset.isPresent() && offset.getAsLong() < 0) {
            throw OperationException.invalid(List.of(new FieldProblem("offset", "must not be negative, is %d."
                    .formatted(offset.getAsLong()), "0")));
        }
        if (length < 1 || length > LONGEST_READ) {
            throw OperationException.invalid(List.of(new FieldProblem("length", "must be from 1 to %d, is %d."
                    .formatted(LONGEST_READ, length), "65536")));
        }
    }

    private interface Question<T> {

        T ask(Located place, String file) throws EndpointException;
    }

    private <T> T ask(TaskId task, SandboxPath path, Question<T> question) {
        Located place = sandboxes.find(task);
        try {
            return question.ask(place, path.in(place.sandbox().directory()));
        } catch (EndpointException e) {
            if (e.kind() == EndpointException.Kind.NOT_FOUND || e.kind() == EndpointException.Kind.AWAY) {
                sandboxes.forget(task);
            }
            throw AgentFailures.ofFile(e, place.sandbox().agentHost(), path.text());
        }
    }

    /** Breaks off what is asked just now, and downloads. */
    @Override
    public void close() {
        master.close();
        client.close();
    }
}
