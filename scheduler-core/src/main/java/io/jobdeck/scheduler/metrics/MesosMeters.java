package io.jobdeck.scheduler.metrics;

import io.jobdeck.scheduler.mesos.MesosTraffic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;

/** What goes to Mesos and comes from it. */
final class MesosMeters implements MesosTraffic {

    private final Map<Call.Type, Counter> sent = new EnumMap<>(Call.Type.class);
    private final Map<Call.Type, Counter> rejected = new EnumMap<>(Call.Type.class);
    private final Counter launched;
    private final Counter offers;
    private volatile boolean subscribed;

    MesosMeters(MeterRegistry registry) {
        for (Call.Type type : Call.Type.values()) {
            String name = type.name().toLowerCase(Locale.ROOT);
            sent.put(type, Counter.builder("jobdeck.mesos.calls").tag("type", name)
                    .description("Calls sent to Mesos").register(registry));
            rejected.put(type, Counter.builder("jobdeck.mesos.calls.rejected").tag("type", name)
                    .description("Calls that Mesos refused").register(registry));
        }
        launched = Counter.builder("jobdeck.tasks.launched").description("Tasks sent to Mesos to be launched").register(registry);
        offers = Counter.builder("jobdeck.offers.received").description("Offers received from Mesos").register(registry);
        Gauge.builder("jobdeck.mesos.subscribed", () -> subscribed ? 1 : 0)
                .description("1 while Mesos takes calls from this scheduler; 0 on a standby").register(registry);
    }

    boolean subscribed() {
        return subscribed;
    }

    @Override
    public void sent(Call call) {
        sent.get(call.getType()).increment();
        if (call.getType() == Call.Type.ACCEPT) {
            launched.increment(call.getAccept().getOperationsList().stream()
                    .mapToInt(operation -> operation.getLaunch().getTaskInfosCount()).sum());
        }
    }

    @Override
    public void rejected(Call call) {
        rejected.get(call.getType()).increment();
    }

    @Override
    public void received(Event event) {
        if (event.getType() == Event.Type.SUBSCRIBED) {
            subscribed = true;
        } else if (event.getType() == Event.Type.OFFERS) {
            offers.increment(event.getOffers().getOffersCount());
        }
    }

    @Override
    public void disconnected() {
        subscribed = false;
    }
}
