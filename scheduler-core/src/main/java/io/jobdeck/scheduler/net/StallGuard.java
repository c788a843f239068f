package io.jobdeck.scheduler.net;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream that is broken off when nothing comes for too long, as Java's HTTP client waits for ever. */
public final class StallGuard extends FilterInputStream {

    private static final Logger LOG = LoggerFactory.getLogger(StallGuard.class);

    private final ScheduledExecutorService watchdog;
    private final Duration patience;
    private volatile boolean stalled;

    /**
     * @param watchdog runs nothing long
     * @param patience how long nothing may come while somebody reads
     */
    public StallGuard(InputStream guarded, ScheduledExecutorService watchdog, Duration patience) {
        super(guarded);
        this.watchdog = watchdog;
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        ScheduledFuture<?> alarm = watchdog.schedule(this::breakOff, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            int count = super.read(bytes, offset, length);
            demandProgress();
            return count;
        } catch (IOException e) {
            demandProgress();
            throw e;
        } finally {
            alarm.cancel(false);
        }
    }

    private void demandProgress() throws IOException {
        if (stalled) {
            throw new IOException("nothing came for %d s".formatted(patience.toSeconds()));
        }
    }

    private void breakOff() {
        stalled = true;
        try {
            in.close();
        } catch (IOException e) {
            LOG.debug("A stalled answer could not be closed: {}", e.toString());
        }
    }
}
