package io.jobdeck.scheduler.endtoend;

import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What ran, from the lines that the items of {@link SlowJobs.NotingJob} noted at their begin and end. */
final class RunLedger {

    private final Map<MetaInfo, Integer> ends = new HashMap<>();
    private final Map<MetaInfo, Set<String>> tasks = new HashMap<>();
    private final Map<MetaInfo, String> underWay = new HashMap<>();
    private final List<String> overlaps = new ArrayList<>();

    RunLedger(List<String> lines) {
        lines.forEach(this::read);
    }

    private void read(String line) {
        String[] parts = line.split(" ", 3);
        MetaInfo item = TaskId.parse(parts[2]).metaInfo();
        tasks.computeIfAbsent(item, any -> new HashSet<>()).add(parts[2]);
        if (parts[0].equals("begin")) {
            String other = underWay.put(item, parts[2]);
            if (other != null) {
                overlaps.add("%s began while %s ran".formatted(parts[2], other));
            }
        } else {
            underWay.remove(item, parts[2]);
            ends.merge(item, 1, Integer::sum);
        }
    }

    /** Returns how often the item ran to its end. */
    int ends(String job, int item) {
        return ends.getOrDefault(new MetaInfo(job, item), 0);
    }

    /** Returns the ids of the tasks in which the item ran. */
    Set<String> tasks(String job, int item) {
        return tasks.getOrDefault(new MetaInfo(job, item), Set.of());
    }

    /** Returns items that began while an earlier run of theirs had not ended, in words. */
    List<String> overlaps() {
        return overlaps;
    }
}
