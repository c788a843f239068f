package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.registry.Change;
import java.util.List;

/** How much room changes take in a transaction. */
final class Changes {

    /** ZooKeeper takes 1 MiB; what is added behind the check of this bound is small. */
    private static final int MOST_BYTES = 800_000;
    private static final int BYTES_BESIDE_TEXTS = 96;
    /** The longest UTF-8 form of a char. */
    private static final int BYTES_PER_CHAR = 3;

    private Changes() {
    }

    static boolean isFull(int bytes) {
        return bytes > MOST_BYTES;
    }

    static int bytes(List<Change> changes) {
        return changes.stream().mapToInt(Changes::bytes).sum();
    }

    /** Returns about how many bytes the change takes, never too few. */
    static int bytes(Change change) {
        int text = 0;
        if (change instanceof Change.Create create) {
            text = bytes(create.text());
        } else if (change instanceof Change.Set set) {
            text = bytes(set.text());
        }
        return BYTES_BESIDE_TEXTS + bytes(change.path()) + text;
    }

    private static int bytes(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                bytes += BYTES_PER_CHAR - 1;
            }
        }
        return bytes;
    }
}
