package io.jobdeck.scheduler.embedded.master;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.Filters;
import org.apache.mesos.v1.Protos.FrameworkInfo.Capability;
import org.apache.mesos.v1.Protos.Offer;
import org.apache.mesos.v1.Protos.OfferID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out ACCEPT and DECLINE. Used by the master's thread only. */
final class Launcher {

    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

    private final ClusterState state;
    private final Allocator allocator;
    private final LaunchValidator validator = new LaunchValidator();

    Launcher(ClusterState state, Allocator allocator) {
        this.state = state;
        this.allocator = allocator;
    }

    /** Offers that are not the framework's are passed over, as Mesos does. */
    void decline(Framework framework, Call.Decline decline) {
        for (OfferID id : decline.getOfferIdsList()) {
            state.offer(id.getValue())
                    .filter(offer -> offer.framework() == framework)
                    .ifPresent(offer -> allocator.giveBack(offer, offer.resources(), refuseSeconds(decline.getFilters())));
        }
    }

    void accept(Framework framework, Call.Accept accept) {
        Optional<String> problem = offersProblem(framework, accept.getOfferIdsList());
        if (problem.isPresent()) {
            reject(framework, accept, problem.get());
            return;
        }
        List<HeldOffer> offers = offers(framework, accept.getOfferIdsList());
        HeldOffer first = offers.get(0);
        ResourceSet left = ResourceSet.EMPTY;
        for (HeldOffer offer : offers) {
            left = left.plus(offer.resources());
            state.takeBack(offer);
        }
        for (Offer.Operation operation : accept.getOperationsList()) {
            left = perform(framework, first, operation, left);
        }
        allocator.giveBack(first, left, refuseSeconds(accept.getFilters()));
    }

    private static double refuseSeconds(Filters filters) {
        return filters.getRefuseSeconds();
    }

    private ResourceSet perform(Framework framework, HeldOffer offer, Offer.Operation operation, ResourceSet available) {
        return switch (operation.getType()) {
            case LAUNCH -> launch(framework, offer, operation.getLaunch().getTaskInfosList(), available);
            case LAUNCH_GROUP -> {
                operation.getLaunchGroup().getTaskGroup().getTasksList().forEach(task -> framework.send(Statuses.update(
                        Statuses.invalid(task, "The embedded cluster launches no task groups; use LAUNCH"))));
                yield available;
            }
            default -> {
                LOG.warn("{} asked for {}, which the embedded cluster does not have; ignored",
                        framework, operation.getType());
                yield available;
            }
        };
    }

    private ResourceSet launch(Framework framework, HeldOffer offer, List<TaskInfo> tasks, ResourceSet available) {
        ResourceSet left = available;
        for (TaskInfo asked : tasks) {
            TaskInfo task = complete(asked, framework, offer.role());
            Optional<String> problem = validator.problem(task, framework, offer.agent(), offer.role(), left);
            if (problem.isPresent()) {
                framework.send(Statuses.update(Statuses.invalid(asked, problem.get())));
            } else {
                left = left.minus(start(framework, offer.agent(), task));
            }
        }
        return left;
    }

    /** Returns what the task and its executor have taken. */
    private ResourceSet start(Framework framework, Agent agent, TaskInfo info) {
        Task task = new Task(info);
        ResourceSet taken = task.resources().plus(LaunchValidator.newExecutorResources(info, framework, agent));
        if (info.hasExecutor()) {
            agent.executor(framework.name(), task.executorId()).ifPresentOrElse(running -> { },
                    () -> agent.addExecutor(framework.name(), info.getExecutor()));
        }
        state.add(framework, agent, task);
        agent.gateway().runTask(framework.info(), info);
        return taken;
    }

    /** Fills in what Mesos fills in before a task reaches its agent. */
    private static TaskInfo complete(TaskInfo asked, Framework framework, String role) {
        TaskInfo.Builder task = asked.toBuilder().clearResources()
                .addAllResources(OfferShape.allocated(asked.getResourcesList(), role));
        if (asked.hasExecutor()) {
            ExecutorInfo.Builder executor = asked.getExecutor().toBuilder().clearResources()
                    .addAllResources(OfferShape.allocated(asked.getExecutor().getResourcesList(), role));
            if (!executor.hasFrameworkId()) {
                executor.setFrameworkId(framework.id());
            }
            if (!executor.hasType()) {
                executor.setType(ExecutorInfo.Type.CUSTOM);
            }
            task.setExecutor(executor);
        }
        return task.build();
    }

    private Optional<String> offersProblem(Framework framework, List<OfferID> ids) {
        if (ids.isEmpty()) {
            return Optional.of("No offers specified");
        }
        Set<String> seen = new HashSet<>();
        Optional<HeldOffer> first = Optional.empty();
        for (OfferID id : ids) {
            Optional<HeldOffer> offer = state.offer(id.getValue()).filter(it -> it.framework() == framework);
            if (offer.isEmpty()) {
                return Optional.of("Offer " + id.getValue() + " is no longer valid");
            }
            if (!seen.add(id.getValue())) {
                return Optional.of("Duplicate offer " + id.getValue() + " in offer list");
            }
            first = first.or(() -> offer);
            Agent expected = first.orElseThrow().agent();
            Agent actual = offer.get().agent();
            if (expected != actual) {
                return Optional.of("Aggregated offers must belong to one single agent. Offer " + id.getValue()
                        + " uses agent " + actual.id().getValue() + " and agent " + expected.id().getValue());
            }
        }
        return Optional.empty();
    }

    /** All tasks are lost and all offers named are gone; the resources are offered again without a filter. */
    private void reject(Framework framework, Call.Accept accept, String problem) {
        offers(framework, accept.getOfferIdsList()).forEach(state::takeBack);
        boolean partitionAware = framework.has(Capability.Type.PARTITION_AWARE);
        accept.getOperationsList().stream()
                .flatMap(operation -> Stream.concat(operation.getLaunch().getTaskInfosList().stream(),
                        operation.getLaunchGroup().getTaskGroup().getTasksList().stream()))
                .forEach(task -> framework.send(
                        Statuses.update(Statuses.invalidOffers(task, partitionAware, problem))));
    }

    private List<HeldOffer> offers(Framework framework, List<OfferID> ids) {
        return ids.stream()
                .flatMap(id -> state.offer(id.getValue()).stream())
                .filter(offer -> offer.framework() == framework)
                .distinct()
                .toList();
    }
}
