package io.jobdeck.scheduler.mesos.master;

import io.jobdeck.scheduler.mesos.json.MesosJson;
import io.jobdeck.scheduler.mesos.json.MesosJsonException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.mesos.v1.Protos.Address;
import org.apache.mesos.v1.Protos.MasterInfo;

/** The JSON MasterInfo that a master's election node holds. */
final class MasterInfoText {

    private final MesosJson json = new MesosJson();

    /**
     * Returns the master's address: its IP where it names one, as libmesos does, since host names of masters need not
     * resolve everywhere.
     *
     * @return empty if the text is no MasterInfo with an address
     */
    Optional<MasterAddress> address(byte[] data) {
        try {
            MasterInfo info = json.merge(new String(data, StandardCharsets.UTF_8), MasterInfo.newBuilder()).build();
            Address address = info.getAddress();
            String host = address.hasIp() ? address.getIp() : address.getHostname();
            return Optional.of(new MasterAddress(host, address.getPort()));
        } catch (MesosJsonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
