package io.jobdeck.scheduler.embedded.agent;

import java.util.Map;

/**
 * How a process ended, as POSIX {@code wait} packs it and Mesos reports it in FAILURE events: 256 times the exit code,
 * or the number of the signal.
 *
 * @param raw the packed status
 */
record WaitStatus(int raw) {

    /** A process that was killed with SIGKILL; also taken for one whose end nobody saw. */
    static final WaitStatus KILLED = new WaitStatus(9);

    /** What Mesos reports when the URIs of a command cannot be fetched. */
    static final WaitStatus FETCH_FAILED = new WaitStatus(256);

    private static final int SHELL_SIGNAL_BASE = 128;
    private static final int LARGEST_SIGNAL = 64;

    private static final Map<Integer, String> SIGNALS = Map.ofEntries(
            Map.entry(1, "Hangup"),
            Map.entry(2, "Interrupt"),
            Map.entry(3, "Quit"),
            Map.entry(4, "Illegal instruction"),
            Map.entry(5, "Trace/breakpoint trap"),
            Map.entry(6, "Aborted"),
            Map.entry(7, "Bus error"),
            Map.entry(8, "Floating point exception"),
            Map.entry(9, "Killed"),
            Map.entry(10, "User defined signal 1"),
            Map.entry(11, "Segmentation fault"),
            Map.entry(12, "User defined signal 2"),
            Map.entry(13, "Broken pipe"),
            Map.entry(14, "Alarm clock"),
            Map.entry(15, "Terminated"));

    /**
     * Returns the status for an exit code as a shell and the Java runtime give it, where a signal shows as 128 plus its
     * number. A process that exits with such a code by itself cannot be told apart.
     */
    static WaitStatus ofExitCode(int code) {
        if (code > SHELL_SIGNAL_BASE && code <= SHELL_SIGNAL_BASE + LARGEST_SIGNAL) {
            return new WaitStatus(code - SHELL_SIGNAL_BASE);
        }
        return new WaitStatus((code & 0xff) << 8);
    }

    boolean isSuccess() {
        return raw == 0;
    }

    /** Returns the sentence of Mesos' command executor. */
    String describeCommand() {
        int signal = raw & 0x7f;
        if (signal == 0) {
            return "Command exited with status " + (raw >> 8);
        }
        return "Command terminated with signal " + SIGNALS.getOrDefault(signal, "Unknown signal " + signal);
    }
}
