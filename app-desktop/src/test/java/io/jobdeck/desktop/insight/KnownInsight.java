package io.jobdeck.desktop.insight;

import io.jobdeck.scheduler.insight.AgentSummary;
import io.jobdeck.scheduler.insight.AgentsReport;
import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.insight.ExecutorSandbox;
import io.jobdeck.scheduler.insight.FileDownload;
import io.jobdeck.scheduler.insight.FilePart;
import io.jobdeck.scheduler.insight.SandboxFile;
import io.jobdeck.scheduler.insight.SandboxListing;
import io.jobdeck.scheduler.insight.SandboxListing.Owner;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.operations.OperationException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;

/** A cluster whose agents and files a test says, and changes. Each task has the same files. Safe on any thread. */
public final class KnownInsight implements ClusterInsight {

    private static final Instant WRITTEN = Instant.parse("2026-11-22T10:00:00Z");

    private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
    private volatile List<AgentSummary> agents = List.of();
    private volatile Optional<OperationException> refusal = Optional.empty();
    private volatile Instant asOf = WRITTEN;
    private volatile Owner owner = Owner.TASK;

    public void agents(List<AgentSummary> known, Instant when) {
        agents = known;
        asOf = when;
    }

    public void owner(Owner whose) {
        owner = whose;
    }

    public void write(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public void write(String path, byte[] bytes) {
        files.put(path, bytes);
    }

    public void append(String path, String text) {
        write(path, new String(files.get(path), StandardCharsets.UTF_8) + text);
    }

    public void remove(String path) {
        files.remove(path);
    }

    public void refuse(OperationException every) {
        refusal = Optional.of(every);
    }

    public void recover() {
        refusal = Optional.empty();
    }

    @Override
    public AgentsReport agents() {
        demandNoRefusal();
        return new AgentsReport(asOf, agents);
    }

    @Override
    public SandboxListing files(TaskId task, String path) {
        demandNoRefusal();
        String prefix = path.isEmpty() ? "" : path + "/";
        Map<String, SandboxFile> entries = new ConcurrentSkipListMap<>();
        files.forEach((file, bytes) -> {
            if (file.startsWith(prefix)) {
                String rest = file.substring(prefix.length());
                int slash = rest.indexOf('/');
                entries.put(slash < 0 ? rest : rest.substring(0, slash), slash < 0
                        ? new SandboxFile(rest, false, bytes.length, WRITTEN, "-rw-r--r--")
                        : new SandboxFile(rest.substring(0, slash), true, 4096, WRITTEN, "drwxr-xr-x"));
            }
        });
        return new SandboxListing(new SandboxListing.Sandbox("agent-7", "/var/lib/mesos/run", owner), path, List.copyOf(entries.values()));
    }

    @Override
    public FilePart read(TaskId task, String path, OptionalLong offset, int length) {
        byte[] file = file(path);
        int from = (int) Math.min(file.length, offset.orElse(Math.max(0, file.length - length)));
        return new FilePart(from, Arrays.copyOfRange(file, from, Math.min(file.length, from + length)), file.length);
    }

    @Override
    public FileDownload download(TaskId task, String path) {
        byte[] file = file(path);
        return new FileDownload(path.substring(path.lastIndexOf('/') + 1), OptionalLong.of(file.length), new ByteArrayInputStream(file));
    }

    @Override
    public List<ExecutorSandbox> sandboxes(String app) {
        demandNoRefusal();
        return List.of();
    }

    private byte[] file(String path) {
        demandNoRefusal();
        return Optional.ofNullable(files.get(path)).orElseThrow(() -> OperationException.notFound(
                "There is no '%s' in the sandbox on agent agent-7; it may have been removed.".formatted(path)));
    }

    private void demandNoRefusal() {
        refusal.ifPresent(every -> {
            throw every;
        });
    }
}
