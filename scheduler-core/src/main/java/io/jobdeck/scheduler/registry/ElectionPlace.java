package io.jobdeck.scheduler.registry;

import java.nio.charset.StandardCharsets;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.recipes.locks.InterProcessMutex;

/** A place in the election, whose node carries the participant: the mutex that Curator's LeaderSelector of 2.1.5 uses. */
final class ElectionPlace extends InterProcessMutex {

    private final String participant;

    ElectionPlace(CuratorFramework curator, String participant) {
        super(curator, RegistryPaths.ELECTION);
        this.participant = participant;
    }

    @Override
    protected byte[] getLockNodeBytes() {
        return participant.getBytes(StandardCharsets.UTF_8);
    }
}
