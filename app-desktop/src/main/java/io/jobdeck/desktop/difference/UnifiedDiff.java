package io.jobdeck.desktop.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** Two texts as one list of lines: what is the same, what is gone, what is new. */
public final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;
    private final List<DiffLine> lines = new ArrayList<>();

    private UnifiedDiff(String before, String after) {
        this.before = before.lines().toList();
        this.after = after.lines().toList();
    }

    /** Returns the lines that differ with some around them; none if the texts are the same. */
    public static List<DiffLine> between(String before, String after) {
        UnifiedDiff diff = new UnifiedDiff(before, after);
        diff.run();
        return List.copyOf(diff.lines);
    }

    private void run() {
        int at = 0;
        int shift = 0;
        List<AbstractDelta<String>> deltas = DiffUtils.diff(before, after).getDeltas();
        for (AbstractDelta<String> delta : deltas) {
            int start = delta.getSource().getPosition();
            same(at, start, shift, at == 0 ? 0 : CONTEXT, CONTEXT);
            List<String> gone = delta.getSource().getLines();
            for (int i = 0; i < gone.size(); i++) {
                lines.add(new DiffLine(DiffLine.Kind.REMOVED, start + i + 1, 0, gone.get(i)));
            }
            List<String> come = delta.getTarget().getLines();
            for (int i = 0; i < come.size(); i++) {
                lines.add(new DiffLine(DiffLine.Kind.ADDED, 0, delta.getTarget().getPosition() + i + 1, come.get(i)));
            }
            at = start + gone.size();
            shift = delta.getTarget().getPosition() + come.size() - at;
        }
        if (!deltas.isEmpty()) {
            same(at, before.size(), shift, CONTEXT, 0);
        }
    }

    /** Adds the lines from one number to another, all but the first and the last few left out. */
    private void same(int from, int to, int shift, int head, int tail) {
        int skipped = to - from - head - tail;
        for (int i = from; i < to; i++) {
            if (skipped > 1 && i == from + head) {
                lines.add(new DiffLine(DiffLine.Kind.SKIPPED, 0, 0, String.valueOf(skipped)));
                i += skipped;
            }
            if (i < to) {
                lines.add(new DiffLine(DiffLine.Kind.SAME, i + 1, i + 1 + shift, before.get(i)));
            }
        }
    }
}
