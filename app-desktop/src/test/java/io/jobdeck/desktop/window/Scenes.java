package io.jobdeck.desktop.window;

import io.jobdeck.desktop.fold.Estate;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AuditEntry;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.model.Waiting;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A cluster as operations staff have it in front of them, with every state that the window can show. */
final class Scenes {

    static final int JOBS = 13;
    static final int TASKS = 9;

    private Scenes() {
    }

    static void estate(WindowFixture window) {
        Instant now = Instant.now();
        window.put(Estate.leaderNode("scheduler1.example:8899", ZoneId.of("Europe/Berlin")),
                Estate.candidateNode("_c_1-lock-0000000001"),
                Estate.appNode("billing"), Estate.appNode("reports"), Estate.appNode("warehouse-integration"),
                Estate.executorNode("billing", "S0"), Estate.executorNode("billing", "S1"),
                Estate.executorNode("reports", "S0"));
        jobs(window, now);
        queues(window, now);
        trouble(window, now);
        audit(window, now);
    }

    private static void jobs(WindowFixture window, Instant now) {
        window.put(
                Estate.jobNode(Estate.job("send-invoices", "billing", ExecutionType.TRANSIENT, "0/5 * * * * ?", 3)),
                Estate.jobNode(Estate.job("collect-payments-of-all-branches", "billing", ExecutionType.TRANSIENT,
                        "0 0/15 8-20 ? * MON-FRI", 12)),
                Estate.jobNode(Estate.job("dunning", "billing", ExecutionType.TRANSIENT, "0 0 6 1 * ?", 1)),
                Estate.jobNode(Estate.job("watch-bank-inbox", "billing", ExecutionType.DAEMON, "0/10 * * * * ?", 2)),
                Estate.jobNode(Estate.job("archive-old-orders", "billing", ExecutionType.TRANSIENT, "0 0 3 * * ?", 8)),
                Estate.jobNode(Estate.job("heavy-report", "reports", ExecutionType.TRANSIENT, "0 0/30 * * * ?", 4)),
                Estate.jobNode(Estate.job("daily-figures", "reports", ExecutionType.TRANSIENT, "0 30 5 * * ?", 1)),
                Estate.jobNode(Estate.job("sync-stock", "warehouse-integration", ExecutionType.TRANSIENT,
                        "0 * * * * ?", 6)),
                Estate.jobNode(Estate.job("orphan", "no-such-app", ExecutionType.TRANSIENT, "0 * * * * ?", 1)),
                Estate.node(RegistryPaths.configJob("broken-by-hand"), "{\"jobName\":\"broken-by-hand\","),
                Estate.disabledJobNode("archive-old-orders"),
                Estate.disabledJobInfoNode("archive-old-orders", "alice", now.minusSeconds(90_000)),
                Estate.disabledAppNode("warehouse-integration"),
                Estate.node(RegistryPaths.disabledAppInfo("warehouse-integration"),
                        Codecs.DISABLEMENT.write(new Disablement("bob", now.minusSeconds(700), Optional.empty(), true))),
                Estate.resultNode("send-invoices", RunResult.Outcome.SUCCEEDED, now.minusSeconds(3), ""),
                Estate.resultNode("collect-payments-of-all-branches", RunResult.Outcome.FAILED, now.minusSeconds(640),
                        "item 7: java.net.ConnectException: Connection refused (bank.example:443)"),
                Estate.resultNode("dunning", RunResult.Outcome.SUCCEEDED, now.minusSeconds(1_800_000), ""),
                Estate.resultNode("sync-stock", RunResult.Outcome.KILLED, now.minusSeconds(700), "app disabled"),
                Estate.resultNode("daily-figures", RunResult.Outcome.SUCCEEDED, now.minusSeconds(30_000), ""));
    }

    private static void queues(WindowFixture window, Instant now) {
        for (int item = 0; item < 3; item++) {
            window.put(Estate.taskNode(Estate.task("send-invoices", item, "billing", now.minusSeconds(2))));
        }
        TaskRecord daemon = Estate.task("watch-bank-inbox", 0, "billing", now.minusSeconds(86_400));
        TaskRecord lost = Estate.task("watch-bank-inbox", 1, "billing", now.minusSeconds(86_400));
        TaskRecord staging = Estate.task("daily-figures", 0, "reports", now);
        window.put(Estate.taskNode(daemon.in(TaskState.RUNNING, true, now.minusSeconds(4))),
                Estate.taskNode(lost.in(TaskState.UNREACHABLE, false, now.minusSeconds(125))),
                Estate.taskNode(staging.in(TaskState.STAGING, false, now)),
                Estate.readyNode("heavy-report", 1),
                Estate.waitingNode("heavy-report", new Waiting("Needs 4.0 cpus for each of 4 items; the largest offer"
                        + " has 1.5, on 3 agents", "An agent with 4 free cpus, or a smaller cpuCount",
                        now.minusSeconds(310), Waiting.Kind.RESOURCES)),
                Estate.readyNode("collect-payments-of-all-branches", 7),
                Estate.failoverNode("collect-payments-of-all-branches", 7),
                Estate.waitingNode("collect-payments-of-all-branches", "The previous run is still on agent2.example",
                        "It goes on when that run ends", now.minusSeconds(42)));
    }

    private static void trouble(WindowFixture window, Instant now) {
        TaskRecord stuck = Estate.task("export-ledger", 0, "reports", now.minusSeconds(5_400));
        TaskRecord lost = Estate.task("export-ledger", 1, "reports", now.minusSeconds(9_000));
        window.put(
                Estate.jobNode(Estate.job("export-ledger", "reports", ExecutionType.TRANSIENT, "0 0 * * * ?", 2)),
                Estate.usualNode("export-ledger", now.minusSeconds(7_200), Duration.ofMinutes(12)),
                Estate.taskNode(stuck),
                Estate.lostNode(lost.taskId(), now.minusSeconds(1_800), false),
                Estate.jobNode(Estate.job("year-end-2025", "billing", ExecutionType.TRANSIENT, "0 0 0 31 12 ? 2025", 1)),
                Estate.jobNode(Estate.job("import-rates", "billing", ExecutionType.TRANSIENT, "0 0/10 * * * ?", 4)),
                Estate.readyNode("import-rates", 9),
                Estate.waitingNode("import-rates", new Waiting("The previous run is still going: 1 task, item 0 on"
                        + " agent1.example since 12:00.", "It launches when that run has ended.", now.minusSeconds(900),
                        Waiting.Kind.PREVIOUS_RUN)),
                Estate.taskNode(Estate.task("import-rates", 0, "billing", now.minusSeconds(900))),
                Estate.usualNode("import-rates", now.minusSeconds(3_600), Duration.ofMinutes(9)),
                Estate.runNode(new OneOffRun("7d1f", "heavy-report", Optional.of("2025-Q4"),
                        new TreeSet<>(List.of(0, 2)), "carol", now.minusSeconds(75))),
                Estate.failedNode("collect-payments-of-all-branches", 7, 3, false, now.plusSeconds(6),
                        "FAILED: java.net.ConnectException: Connection refused (bank.example:443)"),
                Estate.failedNode("send-invoices", 2, 5, true, now.minusSeconds(60),
                        "FAILED: exit status 137, out of memory"),
                Estate.readyNode("sync-stock", 2));
    }

    private static void audit(WindowFixture window, Instant now) {
        window.put(
                entry(1, now.minusSeconds(90_000), "alice", "10.1.4.27", "disableJob", "archive-old-orders", "done",
                        "until 2026-12-01T06:00:00Z"),
                entry(2, now.minusSeconds(4_000), "bob", "console", "updateJob", "heavy-report", "done", ""),
                entry(3, now.minusSeconds(3_600), "ci-deploy", "10.1.9.3", "enableJobs",
                        "3 jobs: dunning, send-invoices, no-such-job",
                        "2 done, 1 not: no-such-job (not_found: There is no job 'no-such-job'.)", ""),
                entry(4, now.minusSeconds(800), "carol", "console", "registerApp", "billing",
                        "conflict: App 'billing' is registered already.", ""),
                entry(5, now.minusSeconds(700), "bob", "console", "disableApp", "warehouse-integration", "done",
                        "keepBacklog"));
    }

    private static TreeNode entry(int number, Instant at, String by, String from, String operation, String target,
            String result, String details) {
        return Estate.auditNode("%s-%06d".formatted(at, number),
                new AuditEntry(at, by, from, operation, target, result, details));
    }
}
