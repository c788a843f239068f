package io.jobdeck.scheduler.bench;

/**
 * One line of the table.
 *
 * @param figure what was measured, and over how much
 * @param aim what it is to be; empty if it stands there for comparison only
 * @param measured what it was
 * @param verdict whether the aim was met
 * @param compared what it can be compared with
 */
public record Row(String figure, String aim, String measured, Verdict verdict, String compared) {

    /** Whether an aim was met. */
    public enum Verdict { MET, MISSED, NONE }

    /** Returns a figure with an aim. */
    public static Row of(String figure, String aim, String measured, boolean met, String compared) {
        return new Row(figure, aim, measured, met ? Verdict.MET : Verdict.MISSED, compared);
    }

    /** Returns a figure for comparison. */
    public static Row info(String figure, String measured, String compared) {
        return new Row(figure, "", measured, Verdict.NONE, compared);
    }
}
