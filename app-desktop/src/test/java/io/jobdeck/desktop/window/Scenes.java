package io.jobdeck.desktop.window;

import io.jobdeck.desktop.fold.Estate;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Instant;
import java.time.ZoneId;

/** A cluster as operations staff have it in front of them, with every state that the window can show. */
final class Scenes {

    static final int JOBS = 10;
    static final int TASKS = 6;

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
                        Codecs.DISABLEMENT.write(new Disablement("bob", now.minusSeconds(700)))),
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
                Estate.waitingNode("heavy-report", "Needs 4.0 cpus for each of 4 items; the largest offer has 1.5, on 3 agents",
                        "An agent with 4 free cpus, or a smaller cpuCount", now.minusSeconds(310)),
                Estate.readyNode("collect-payments-of-all-branches", 7),
                Estate.failoverNode("collect-payments-of-all-branches", 7),
                Estate.waitingNode("collect-payments-of-all-branches", "The previous run is still on agent2.example",
                        "It goes on when that run ends", now.minusSeconds(42)));
    }
}
