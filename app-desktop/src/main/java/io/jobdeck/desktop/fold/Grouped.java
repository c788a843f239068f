package io.jobdeck.desktop.fold;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Members by the group they belong to, such as the tasks of each job. */
final class Grouped<G, M> {

    private final Map<M, G> groups = new HashMap<>();
    private final Map<G, Set<M>> members = new HashMap<>();

    /** Puts the member into the group, out of the one it was in. */
    void put(G group, M member) {
        G before = groups.put(member, group);
        if (before != null && !before.equals(group)) {
            leave(before, member);
        }
        members.computeIfAbsent(group, any -> new LinkedHashSet<>()).add(member);
    }

    void remove(M member) {
        G before = groups.remove(member);
        if (before != null) {
            leave(before, member);
        }
    }

    Set<M> of(G group) {
        return members.getOrDefault(group, Set.of());
    }

    /** Returns all groups with members. */
    Set<G> groups() {
        return members.keySet();
    }

    int count(G group) {
        return of(group).size();
    }

    private void leave(G group, M member) {
        Set<M> all = members.get(group);
        all.remove(member);
        if (all.isEmpty()) {
            members.remove(group);
        }
    }
}
