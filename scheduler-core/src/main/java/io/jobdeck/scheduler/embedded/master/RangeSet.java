package io.jobdeck.scheduler.embedded.master;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.mesos.v1.Protos.Value;

/** A set of whole numbers such as ports, as sorted ranges that do not touch. Immutable. */
record RangeSet(List<Range> ranges) {

    static final RangeSet EMPTY = new RangeSet(List.of());

    /** Both ends belong to it. */
    record Range(long begin, long end) { }

    static RangeSet of(Value.Ranges value) {
        return normal(value.getRangeList().stream().map(range -> new Range(range.getBegin(), range.getEnd())).toList());
    }

    private static RangeSet normal(List<Range> unsorted) {
        List<Range> merged = new ArrayList<>();
        for (Range next : unsorted.stream().sorted(Comparator.comparingLong(Range::begin)).toList()) {
            Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && next.begin() <= last.end() + 1) {
                merged.set(merged.size() - 1, new Range(last.begin(), Math.max(last.end(), next.end())));
            } else if (next.begin() <= next.end()) {
                merged.add(next);
            }
        }
        return new RangeSet(List.copyOf(merged));
    }

    RangeSet plus(RangeSet other) {
        List<Range> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        return normal(all);
    }

    RangeSet minus(RangeSet other) {
        List<Range> left = ranges;
        for (Range gone : other.ranges) {
            left = without(left, gone);
        }
        return new RangeSet(List.copyOf(left));
    }

    private static List<Range> without(List<Range> ranges, Range gone) {
        List<Range> left = new ArrayList<>();
        for (Range range : ranges) {
            if (range.end() < gone.begin() || range.begin() > gone.end()) {
                left.add(range);
                continue;
            }
            if (range.begin() < gone.begin()) {
                left.add(new Range(range.begin(), gone.begin() - 1));
            }
            if (range.end() > gone.end()) {
                left.add(new Range(gone.end() + 1, range.end()));
            }
        }
        return left;
    }

    boolean contains(RangeSet other) {
        return other.minus(this).isEmpty();
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    Value.Ranges toProto() {
        Value.Ranges.Builder value = Value.Ranges.newBuilder();
        ranges.forEach(range -> value.addRange(
                Value.Range.newBuilder().setBegin(range.begin()).setEnd(range.end())));
        return value.build();
    }

    @Override
    public String toString() {
        return ranges.stream().map(range -> range.begin() + "-" + range.end())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
