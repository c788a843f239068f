package io.jobdeck.scheduler.embedded.master;


import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The events that came on a stream and have not been matched with recorded ones yet. */
final class LiveEvents {

    private static final Set<String> WITHOUT_FIXED_PLACE = Set.of("HEARTBEAT", "OFFERS");

    private final SchedulerClient.Subscription subscription;
    private final Set<Integer> matched = new HashSet<>();
    private FrameworkID framework = FrameworkID.getDefaultInstance();

    LiveEvents(SchedulerClient.Subscription subscription) {
        this.subscription = subscription;
    }

    SchedulerClient.Subscription subscription() {
        return subscription;
    }

    FrameworkID framework() {
        return framework;
    }

    String frameworkId() {
        return framework.getValue();
    }

    void setFramework(FrameworkID id) {
        framework = id;
    }

    /**
     * Waits for the next event of a type that fits. Heartbeats and offers may come between others at any time, and updates
     * of different tasks in any order; everything else keeps its place.
     */
    Event await(String type, Predicate<Event> fits) {
        return await("event " + type).atMost(Duration.ofSeconds(5))
                .until(() -> find(type, fits), OptionalInt::isPresent)
                .stream().mapToObj(this::take).findFirst().orElseThrow();
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }

    private Event take(int index) {
        matched.add(index);
        return subscription.events().get(index);
    }

    private OptionalInt find(String type, Predicate<Event> fits) {
        List<Event> events = subscription.events();
        return IntStream.range(0, events.size())
                .filter(i -> !matched.contains(i))
                .takeWhile(i -> isMatch(events.get(i), type, fits) || mayBePassedOver(events.get(i), type))
                .filter(i -> isMatch(events.get(i), type, fits))
                .findFirst();
    }

    private static boolean isMatch(Event event, String type, Predicate<Event> fits) {
        return event.getType().name().equals(type) && fits.test(event);
    }

    private static boolean mayBePassedOver(Event event, String wanted) {
        String type = event.getType().name();
        return WITHOUT_FIXED_PLACE.contains(type) || WITHOUT_FIXED_PLACE.contains(wanted) || type.equals(wanted);
    }

    int indexOf(Event event) {
        return subscription.events().indexOf(event);
    }

    /** Returns what has not been matched, heartbeats aside. */
    List<Event> left() {
        List<Event> events = subscription.events();
        return IntStream.range(0, events.size())
                .filter(i -> !matched.contains(i))
                .mapToObj(events::get)
                .filter(event -> event.getType() != Event.Type.HEARTBEAT)
                .toList();
    }
}
