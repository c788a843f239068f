package io.jobdeck.scheduler.embedded.agent;

import java.time.Duration;

/** Ends the processes of runs, in whatever phase of their start they are. Used on the event loop only. */
final class Killer {

    private final ContainerLauncher launcher;
    private final EventLoop loop;

    Killer(ContainerLauncher launcher, EventLoop loop) {
        this.launcher = launcher;
        this.loop = loop;
    }

    /** Ends all processes of the run at once; one that is still being started never runs. */
    void kill(ExecutorRun run) {
        run.setKilled();
        if (run.process() != null) {
            run.process().kill();
        } else {
            launcher.cancel(run.container());
        }
    }

    /** Ends all processes of the run if they have not ended by themselves after {@code grace}. */
    void killAfter(ExecutorRun run, Duration grace) {
        run.setKillTimer(loop.schedule(grace, () -> {
            if (!run.hasEnded()) {
                kill(run);
            }
        }));
    }
}
