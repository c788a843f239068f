package io.jobdeck.scheduler.embedded.master;

import java.util.List;
import org.apache.mesos.v1.Protos.Address;
import org.apache.mesos.v1.Protos.FrameworkInfo.Capability;
import org.apache.mesos.v1.Protos.Offer;
import org.apache.mesos.v1.Protos.OfferID;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.URL;

/** Writes an offer in the shape that a framework's capabilities ask for. */
final class OfferShape {

    static OfferID id(HeldOffer offer) {
        return OfferID.newBuilder().setValue(offer.id()).build();
    }

    Offer of(HeldOffer held) {
        Agent agent = held.agent();
        Offer.Builder offer = Offer.newBuilder()
                .setId(id(held))
                .setFrameworkId(held.framework().id())
                .setAgentId(agent.id())
                .setHostname(agent.info().getHostname())
                .setUrl(url(agent))
                .addAllResources(resources(held))
                .addAllAttributes(agent.info().getAttributesList());
        agent.executors(held.framework().name()).forEach(executor -> offer.addExecutorIds(executor.getExecutorId()));
        if (Allocator.isMultiRole(held.framework())) {
            offer.setAllocationInfo(allocation(held.role()));
        }
        return offer.build();
    }

    private static URL url(Agent agent) {
        return URL.newBuilder()
                .setScheme("http")
                .setAddress(Address.newBuilder()
                        .setHostname(agent.info().getHostname())
                        .setIp("127.0.0.1")
                        .setPort(agent.info().getPort()))
                .setPath("/slave(1)")
                .build();
    }

    private static List<Resource> resources(HeldOffer held) {
        boolean withAllocation = Allocator.isMultiRole(held.framework());
        boolean withRole = !held.framework().has(Capability.Type.RESERVATION_REFINEMENT);
        return held.resources().toProto().stream().map(resource -> {
            Resource.Builder shaped = resource.toBuilder();
            if (withAllocation) {
                shaped.setAllocationInfo(allocation(held.role()));
            }
            return withRole ? withRole(shaped) : shaped.build();
        }).toList();
    }

    @SuppressWarnings("deprecation")
    private static Resource withRole(Resource.Builder resource) {
        return resource.setRole("*").build();
    }

    @SuppressWarnings("deprecation")
    private static Resource withoutRole(Resource resource) {
        return resource.toBuilder().clearRole().build();
    }

    private static Resource.AllocationInfo allocation(String role) {
        return Resource.AllocationInfo.newBuilder().setRole(role).build();
    }

    /** Returns resources as agents get them: allocated to a role, without the old role field. */
    static List<Resource> allocated(List<Resource> resources, String role) {
        return resources.stream()
                .map(resource -> withoutRole(resource).toBuilder().setAllocationInfo(allocation(role)).build())
                .toList();
    }
}
