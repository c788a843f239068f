package io.jobdeck.desktop.profile;

import io.jobdeck.desktop.connection.ConnectionProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The connections a person has, in the order in which they were made. Every change is kept. Interface thread only. */
public final class Profiles {

    private final ObservableList<ConnectionProfile> all = FXCollections.observableArrayList();
    private final ObservableList<ConnectionProfile> view = FXCollections.unmodifiableObservableList(all);
    private final Consumer<List<ConnectionProfile>> keep;

    /** @param keep keeps all connections; called at every change */
    public Profiles(List<ConnectionProfile> initial, Consumer<List<ConnectionProfile>> keep) {
        all.setAll(initial);
        this.keep = keep;
    }

    /** Returns all of them; follows changes. */
    public ObservableList<ConnectionProfile> all() {
        return view;
    }

    /** Returns the one of that id. */
    public Optional<ConnectionProfile> byId(String id) {
        return all.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    /** Returns whether another connection than that of the id has the name. */
    public boolean isTaken(String name, String exceptId) {
        return all.stream().anyMatch(profile -> !profile.id().equals(exceptId) && profile.name().equals(name));
    }

    /** Returns an id that no connection has. */
    public static String freshId() {
        return UUID.randomUUID().toString();
    }

    /** Adds it, or puts it in the place of the one with its id. */
    public void put(ConnectionProfile profile) {
        int place = place(profile.id());
        if (place < 0) {
            all.add(profile);
        } else {
            all.set(place, profile);
        }
        keep.accept(List.copyOf(all));
    }

    /** Takes the one of that id away. */
    public void remove(String id) {
        if (all.removeIf(profile -> profile.id().equals(id))) {
            keep.accept(List.copyOf(all));
        }
    }

    private int place(String id) {
        for (int index = 0; index < all.size(); index++) {
            if (all.get(index).id().equals(id)) {
                return index;
            }
        }
        return -1;
    }

    /** Returns a copy of the connection, under a name and an id of its own; it is not added. */
    public ConnectionProfile copyOf(ConnectionProfile original) {
        return new ConnectionProfile(freshId(), freeName(original.name(), name -> isTaken(name, "")), original.colour(),
                original.target(), original.production(), original.readOnly(), false);
    }

    /**
     * Adds the connections of somebody else. Those that are here already are left alone, those whose id or name is taken
     * come in under another one. Their secrets are not here, so none claims to be in the key ring.
     *
     * @return how many were added
     */
    public int addAll(List<ConnectionProfile> imported) {
        List<ConnectionProfile> added = new ArrayList<>();
        for (ConnectionProfile profile : imported) {
            if (all.stream().noneMatch(here -> sameCluster(here, profile))) {
                String id = place(profile.id()) < 0 ? profile.id() : freshId();
                String name = isTaken(profile.name(), id)
                        ? freeName(profile.name(), wanted -> isTaken(wanted, id)) : profile.name();
                ConnectionProfile fresh = new ConnectionProfile(id, name, profile.colour(), profile.target(),
                        profile.production(), profile.readOnly(), false);
                all.add(fresh);
                added.add(fresh);
            }
        }
        if (!added.isEmpty()) {
            keep.accept(List.copyOf(all));
        }
        return added.size();
    }

    private static boolean sameCluster(ConnectionProfile here, ConnectionProfile other) {
        return here.name().equals(other.name()) && here.target().equals(other.target());
    }

    private static String freeName(String wanted, Predicate<String> taken) {
        int number = 2;
        while (taken.test(wanted + " (" + number + ")")) {
            number++;
        }
        return wanted + " (" + number + ")";
    }
}
