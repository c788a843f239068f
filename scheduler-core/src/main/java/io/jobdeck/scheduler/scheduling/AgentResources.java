package io.jobdeck.scheduler.scheduling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.mesos.v1.Protos.Offer;
import org.apache.mesos.v1.Protos.OfferID;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.Value;

/**
 * What one agent offers at the moment, over all its offers at hand. Amounts are kept in thousandths, as Mesos counts
 * them. Resources of one name but of several kinds (roles, reservations) are used up one after the other, and a task
 * gets copies of exactly those it uses.
 */
final class AgentResources {

    private static final String CPUS = "cpus";
    private static final String MEM = "mem";

    private final String agentId;
    private final String hostname;
    private final List<OfferID> offers = new ArrayList<>();
    private final List<Portion> cpus = new ArrayList<>();
    private final List<Portion> memory = new ArrayList<>();
    private final Set<String> executors = new HashSet<>();
    private long freeCpus;
    private long freeMemory;

    AgentResources(String agentId, String hostname) {
        this.agentId = agentId;
        this.hostname = hostname;
    }

    /** Adds what an offer of this agent holds. */
    void add(Offer offer) {
        offers.add(offer.getId());
        offer.getExecutorIdsList().forEach(id -> executors.add(id.getValue()));
        for (Resource resource : offer.getResourcesList()) {
            if (resource.getType() != Value.Type.SCALAR || resource.hasRevocable()) {
                continue;
            }
            if (resource.getName().equals(CPUS)) {
                cpus.add(new Portion(resource));
                freeCpus += cpus.get(cpus.size() - 1).left;
            } else if (resource.getName().equals(MEM)) {
                memory.add(new Portion(resource));
                freeMemory += memory.get(memory.size() - 1).left;
            }
        }
    }

    String agentId() {
        return agentId;
    }

    String hostname() {
        return hostname;
    }

    List<OfferID> offers() {
        return offers;
    }

    /** Returns whether the executor runs on the agent or has been given its place there. */
    boolean hasExecutor(String executorId) {
        return executors.contains(executorId);
    }

    void addExecutor(String executorId) {
        executors.add(executorId);
    }

    Amount free() {
        return new Amount(freeCpus, freeMemory);
    }

    /** Takes the amount and returns it as resources for a task or an executor. */
    List<Resource> take(Amount wanted) {
        List<Resource> taken = new ArrayList<>();
        freeCpus -= take(cpus, wanted.milliCpus(), taken);
        freeMemory -= take(memory, wanted.milliMb(), taken);
        return taken;
    }

    /** Takes as much as there is of what is wanted, and returns how much that was. */
    private static long take(List<Portion> portions, long wanted, List<Resource> taken) {
        long open = wanted;
        for (Portion portion : portions) {
            long part = Math.min(open, portion.left);
            if (part > 0) {
                portion.left -= part;
                open -= part;
                taken.add(portion.resource(part));
            }
        }
        return wanted - open;
    }

    /** What is left of one resource of an offer. */
    private static final class Portion {

        private final Resource template;
        private long left;

        Portion(Resource template) {
            this.template = template;
            this.left = Amount.thousandths(template.getScalar().getValue());
        }

        Resource resource(long amount) {
            return template.toBuilder().setScalar(Value.Scalar.newBuilder().setValue(amount / 1000.0)).build();
        }
    }
}
