package io.jobdeck.scheduler.simulation;

import java.util.List;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.Value;

/** Cpus and memory, in thousandths. */
record Room(long milliCpus, long milliMb) {

    static final Room NONE = new Room(0, 0);
    private static final String CPUS = "cpus";
    private static final String MEM = "mem";

    static Room of(List<Resource> resources) {
        return new Room(sum(resources, CPUS), sum(resources, MEM));
    }

    Room plus(Room other) {
        return new Room(milliCpus + other.milliCpus, milliMb + other.milliMb);
    }

    Room minus(Room other) {
        return new Room(milliCpus - other.milliCpus, milliMb - other.milliMb);
    }

    boolean holds(Room other) {
        return other.milliCpus <= milliCpus && other.milliMb <= milliMb;
    }

    List<Resource> resources() {
        return List.of(scalar(CPUS, milliCpus), scalar(MEM, milliMb));
    }

    private static long sum(List<Resource> resources, String name) {
        return resources.stream().filter(resource -> resource.getName().equals(name))
                .mapToLong(resource -> Math.round(resource.getScalar().getValue() * 1000)).sum();
    }

    private static Resource scalar(String name, long thousandths) {
        return Resource.newBuilder().setName(name).setType(Value.Type.SCALAR)
                .setScalar(Value.Scalar.newBuilder().setValue(thousandths / 1000.0)).build();
    }
}
