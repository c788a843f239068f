package io.jobdeck.scheduler.embedded.agent;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.Value;

/**
 * What an agent offers. Tasks are only held to it by the master's accounting: nothing keeps a process from using more.
 *
 * @param cpus processors, above 0, fractions allowed
 * @param memoryMb memory in MiB, above 0
 * @param diskMb disk in MiB, above 0
 * @param firstPort first port offered
 * @param lastPort last port offered, not below {@code firstPort}
 */
public record Resources(double cpus, double memoryMb, double diskMb, int firstPort, int lastPort) {

    private static final int DEFAULT_FIRST_PORT = 31000;
    private static final int DEFAULT_LAST_PORT = 32000;
    private static final double DEFAULT_DISK_MB = 10240;
    private static final long MIB = 1024L * 1024;

    public Resources {
        if (!(cpus > 0) || !(memoryMb > 0) || !(diskMb > 0)) {
            throw new IllegalArgumentException("cpus, memory and disk of an agent must be above 0, got %s cpus, %s MB, %s MB"
                    .formatted(cpus, memoryMb, diskMb));
        }
        if (firstPort < 1 || lastPort > 65535 || lastPort < firstPort) {
            throw new IllegalArgumentException("ports of an agent must be a range within 1 to 65535, got %d to %d"
                    .formatted(firstPort, lastPort));
        }
    }

    /** Returns resources with the default disk and ports. */
    public static Resources of(double cpus, double memoryMb) {
        return new Resources(cpus, memoryMb, DEFAULT_DISK_MB, DEFAULT_FIRST_PORT, DEFAULT_LAST_PORT);
    }

    /** Returns this machine's processors and memory; where memory cannot be read, twice what this program may use. */
    public static Resources ofThisMachine() {
        int cpus = Runtime.getRuntime().availableProcessors();
        return of(cpus, Math.max(1, physicalMemory() / MIB));
    }

    private static long physicalMemory() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine) {
            return machine.getTotalMemorySize();
        }
        return Runtime.getRuntime().maxMemory() * 2;
    }

    /** Returns them as Mesos resources of no particular role. */
    public List<Resource> toMesos() {
        List<Resource> resources = new ArrayList<>();
        resources.add(scalar("cpus", cpus));
        resources.add(scalar("mem", memoryMb));
        resources.add(scalar("disk", diskMb));
        resources.add(Resource.newBuilder().setName("ports").setType(Value.Type.RANGES)
                .setRanges(Value.Ranges.newBuilder().addRange(
                        Value.Range.newBuilder().setBegin(firstPort).setEnd(lastPort)))
                .build());
        return resources;
    }

    private static Resource scalar(String name, double amount) {
        return Resource.newBuilder().setName(name).setType(Value.Type.SCALAR)
                .setScalar(Value.Scalar.newBuilder().setValue(amount)).build();
    }
}
