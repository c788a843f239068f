package io.jobdeck.scheduler.embedded.master;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.Value;

/**
 * Amounts of resources by name. Scalars are counted in thousandths, as Mesos does, so that taking and giving back leaves
 * no rest. Roles and reservations are not part of it. Immutable; nothing in it is zero or negative.
 */
final class ResourceSet {

    static final ResourceSet EMPTY = new ResourceSet(Map.of(), Map.of(), List.of());

    private static final double THOUSANDTHS = 1000.0;

    private final Map<String, Long> scalars;
    private final Map<String, RangeSet> ranges;
    private final List<String> order;

    private ResourceSet(Map<String, Long> scalars, Map<String, RangeSet> ranges, List<String> order) {
        this.scalars = scalars;
        this.ranges = ranges;
        this.order = order;
    }

    /** Adds up scalars and ranges; resources of type SET are left out, since no agent here has any. */
    static ResourceSet of(Iterable<Resource> resources) {
        Builder builder = new Builder();
        for (Resource resource : resources) {
            if (resource.hasScalar()) {
                builder.add(resource.getName(), Math.round(resource.getScalar().getValue() * THOUSANDTHS));
            } else if (resource.hasRanges()) {
                builder.add(resource.getName(), RangeSet.of(resource.getRanges()));
            }
        }
        return builder.build();
    }

    ResourceSet plus(ResourceSet other) {
        Builder builder = new Builder(this);
        for (String name : other.order) {
            RangeSet range = other.ranges.get(name);
            if (range != null) {
                builder.add(name, range);
            } else {
                builder.add(name, other.scalars.get(name));
            }
        }
        return builder.build();
    }

    /** Takes {@code other} away; what would fall below nothing is nothing. */
    ResourceSet minus(ResourceSet other) {
        Builder builder = new Builder(this);
        other.scalars.forEach((name, amount) -> builder.scalars.computeIfPresent(name, (same, had) -> had - amount));
        other.ranges.forEach((name, gone) -> builder.ranges.computeIfPresent(name, (same, had) -> had.minus(gone)));
        return builder.build();
    }

    boolean contains(ResourceSet other) {
        return other.scalars.entrySet().stream()
                        .allMatch(wanted -> scalars.getOrDefault(wanted.getKey(), 0L) >= wanted.getValue())
                && other.ranges.entrySet().stream()
                        .allMatch(wanted -> ranges.getOrDefault(wanted.getKey(), RangeSet.EMPTY)
                                .contains(wanted.getValue()));
    }

    boolean isEmpty() {
        return scalars.isEmpty() && ranges.isEmpty();
    }

    /** Returns the amount of a scalar, 0 if there is none. */
    double scalar(String name) {
        return scalars.getOrDefault(name, 0L) / THOUSANDTHS;
    }

    Optional<RangeSet> range(String name) {
        return Optional.ofNullable(ranges.get(name));
    }

    /** Returns the largest part that this is of {@code total}, from 0 to 1. */
    double dominantShareOf(ResourceSet total) {
        return total.scalars.entrySet().stream()
                .mapToDouble(had -> scalars.getOrDefault(had.getKey(), 0L) / (double) had.getValue())
                .max().orElse(0.0);
    }

    List<String> names() {
        return order;
    }

    /** Returns the protobuf form without role and allocation. */
    List<Resource> toProto() {
        return order.stream().map(this::toProto).toList();
    }

    private Resource toProto(String name) {
        Resource.Builder resource = Resource.newBuilder().setName(name);
        RangeSet range = ranges.get(name);
        if (range == null) {
            return resource.setType(Value.Type.SCALAR)
                    .setScalar(Value.Scalar.newBuilder().setValue(scalar(name)))
                    .build();
        }
        return resource.setType(Value.Type.RANGES).setRanges(range.toProto()).build();
    }

    /** Returns the words with which Mesos names resources allocated to a role. */
    String describe(String role) {
        return order.stream().map(name -> name + "(allocated: " + role + "):" + amount(name))
                .collect(Collectors.joining("; "));
    }

    private String amount(String name) {
        RangeSet range = ranges.get(name);
        return range != null ? range.toString()
                : BigDecimal.valueOf(scalars.get(name), 3).stripTrailingZeros().toPlainString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceSet set && scalars.equals(set.scalars) && ranges.equals(set.ranges);
    }

    @Override
    public int hashCode() {
        return 31 * scalars.hashCode() + ranges.hashCode();
    }

    @Override
    public String toString() {
        return order.stream().map(name -> name + ":" + amount(name)).collect(Collectors.joining("; "));
    }

    private static final class Builder {

        private final Map<String, Long> scalars;
        private final Map<String, RangeSet> ranges;
        private final List<String> order;

        Builder() {
            this(EMPTY);
        }

        Builder(ResourceSet start) {
            scalars = new LinkedHashMap<>(start.scalars);
            ranges = new LinkedHashMap<>(start.ranges);
            order = new ArrayList<>(start.order);
        }

        void add(String name, long amount) {
            scalars.merge(name, amount, Long::sum);
            remember(name);
        }

        void add(String name, RangeSet range) {
            ranges.merge(name, range, RangeSet::plus);
            remember(name);
        }

        private void remember(String name) {
            if (!order.contains(name)) {
                order.add(name);
            }
        }

        ResourceSet build() {
            scalars.values().removeIf(amount -> amount <= 0);
            ranges.values().removeIf(RangeSet::isEmpty);
            order.retainAll(Stream.concat(scalars.keySet().stream(), ranges.keySet().stream())
                    .collect(Collectors.toSet()));
            return new ResourceSet(scalars, ranges, Collections.unmodifiableList(order));
        }
    }
}
