package io.jobdeck.scheduler.endtoend;

import io.jobdeck.scheduler.embedded.agent.Agent;
import io.jobdeck.scheduler.embedded.agent.AgentOptions;
import io.jobdeck.scheduler.embedded.agent.Resources;
import io.jobdeck.scheduler.embedded.master.AgentRegistry;
import io.jobdeck.scheduler.embedded.master.EmbeddedMaster;
import io.jobdeck.scheduler.embedded.master.MasterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The embedded master and agent in a process of their own, which outlives every scheduler and notes the calls it gets. */
final class MesosProcess implements AutoCloseable {

    private static final String LOGGING = """
            <configuration>
              <statusListener class="ch.qos.logback.core.status.NopStatusListener"/>
              <appender name="calls" class="ch.qos.logback.core.FileAppender">
                <file>%s</file>
                <encoder><pattern>%%d{"yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", UTC} %%msg%%n</pattern></encoder>
              </appender>
              <logger name="io.jobdeck.scheduler.embedded.master" level="DEBUG" additivity="false">
                <appender-ref ref="calls"/>
              </logger>
              <root level="WARN"><appender-ref ref="calls"/></root>
            </configuration>
            """;

    private final ChildJvm child;
    private final MesosCallLog calls;
    private final int port;

    private MesosProcess(ChildJvm child, MesosCallLog calls, int port) {
        this.child = child;
        this.calls = calls;
        this.port = port;
    }

    static MesosProcess start(Path directory) throws IOException {
        Path calls = directory.resolve("mesos-calls.log");
        Path logging = Files.writeString(directory.resolve("mesos-logback.xml"), LOGGING.formatted(calls));
        ChildJvm child = ChildJvm.start(MesosProcess.class, directory.resolve("mesos.err"),
                List.of("-Xmx128m", "-Dlogback.configurationFile=" + logging),
                List.of(directory.resolve("mesos").toString()));
        return new MesosProcess(child, new MesosCallLog(calls), Integer.parseInt(child.firstLine()));
    }

    /** Started with the directory for the agent's work. */
    public static void main(String[] arguments) throws IOException {
        EmbeddedMaster master = EmbeddedMaster.start(0, AgentRegistry.inMemory(),
                new MasterOptions(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMinutes(10)));
        Agent agent = new Agent(AgentOptions.in(Path.of(arguments[0])).withResources(Resources.of(8, 8192)), master);
        agent.start();
        master.allAgentsAreHere();
        ChildJvm.endWithParent(() -> {
            agent.stopExecutors(Duration.ofSeconds(5));
            agent.close();
            master.close();
        });
        System.out.println(master.port());
    }

    int port() {
        return port;
    }

    MesosCallLog calls() {
        return calls;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        child.close();
    }
}
