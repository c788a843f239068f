package io.jobdeck.scheduler.rest;

import io.jobdeck.scheduler.insight.AgentSummary;
import io.jobdeck.scheduler.insight.AgentsReport;
import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.insight.ExecutorSandbox;
import io.jobdeck.scheduler.insight.FileDownload;
import io.jobdeck.scheduler.insight.FilePart;
import io.jobdeck.scheduler.insight.SandboxFile;
import io.jobdeck.scheduler.insight.SandboxListing;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.operations.OperationException;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A cluster whose agents and files a test has said. Each task has the same files. */
public final class KnownCluster implements ClusterInsight {

    public static final Instant AS_OF = Instant.parse("2026-11-22T10:00:00Z");
    private final Map<String, byte[]> files = new TreeMap<>();
    private volatile List<AgentSummary> agents = List.of();
    private volatile Optional<OperationException> refusal = Optional.empty();

    public void agents(List<AgentSummary> known) {
        agents = known;
    }

    public void file(String path, byte[] bytes) {
        files.put(path, bytes);
    }

    public void refuse(OperationException every) {
        refusal = Optional.of(every);
    }

    @Override
    public AgentsReport agents() {
        refuse();
        return new AgentsReport(AS_OF, agents);
    }

    @Override
    public SandboxListing files(TaskId task, String path) {
        refuse();
        return new SandboxListing(new SandboxListing.Sandbox("agent-1", "/var/lib/agent/run", SandboxListing.Owner.EXECUTOR), path,
                files.entrySet().stream().map(file -> new SandboxFile(file.getKey(), false, file.getValue().length,
                        AS_OF, "-rw-r--r--")).toList());
    }

    @Override
    public FilePart read(TaskId task, String path, OptionalLong offset, int length) {
        byte[] file = file(path);
        int from = (int) offset.orElse(Math.max(0, file.length - length));
        return new FilePart(from, Arrays.copyOfRange(file, from, Math.min(file.length, from + length)), file.length);
    }

    @Override
    public FileDownload download(TaskId task, String path) {
        byte[] file = file(path);
        return new FileDownload(path, OptionalLong.of(file.length), new ByteArrayInputStream(file));
    }

    @Override
    public List<ExecutorSandbox> sandboxes(String app) {
        refuse();
        return List.of(new ExecutorSandbox("agent-1", "/slaves/S0/run of " + app));
    }

    private byte[] file(String path) {
        refuse();
        return Optional.ofNullable(files.get(path)).orElseThrow(() -> OperationException.notFound("There is no '" + path + "'."));
    }

    private void refuse() {
        refusal.ifPresent(every -> {
            throw every;
        });
    }
}
