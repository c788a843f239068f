package io.jobdeck.scheduler.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.Offer;
import org.apache.mesos.v1.Protos.OfferID;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Event;

/** The subscription of the framework: events on their way wait until the test delivers them, and get lost with it. */
final class SimulatedStream {

    final Deque<Event> events = new ArrayDeque<>();
    private Object subscriber;

    boolean isOpen() {
        return subscriber != null;
    }

    boolean isOf(Object connection) {
        return subscriber == connection;
    }

    void open(Object connection, FrameworkID framework) {
        subscriber = connection;
        send(Event.newBuilder().setType(Event.Type.SUBSCRIBED)
                .setSubscribed(Event.Subscribed.newBuilder().setFrameworkId(framework)));
    }

    void close() {
        subscriber = null;
        events.clear();
    }

    void update(TaskStatus status) {
        send(Event.newBuilder().setType(Event.Type.UPDATE).setUpdate(Event.Update.newBuilder().setStatus(status)));
    }

    void offer(Offer offer) {
        send(Event.newBuilder().setType(Event.Type.OFFERS).setOffers(Event.Offers.newBuilder().addOffers(offer)));
    }

    void rescind(OfferID offer) {
        send(Event.newBuilder().setType(Event.Type.RESCIND)
                .setRescind(Event.Rescind.newBuilder().setOfferId(offer)));
    }

    void executorEnded(String agent, String executor) {
        send(Event.newBuilder().setType(Event.Type.FAILURE).setFailure(Event.Failure.newBuilder()
                .setAgentId(agentId(agent))
                .setExecutorId(ExecutorID.newBuilder().setValue(executor))
                .setStatus(0)));
    }

    void agentLost(String agent) {
        send(Event.newBuilder().setType(Event.Type.FAILURE)
                .setFailure(Event.Failure.newBuilder().setAgentId(agentId(agent))));
    }

    private void send(Event.Builder event) {
        if (subscriber != null) {
            events.add(event.build());
        }
    }

    private static AgentID agentId(String id) {
        return AgentID.newBuilder().setValue(id).build();
    }
}
