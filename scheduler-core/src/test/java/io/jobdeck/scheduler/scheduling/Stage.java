package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.jobdeck.scheduler.codec.Codec;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ClusterPolicy;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.producer.CronSource;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.Epoch;
import io.jobdeck.scheduler.registry.InMemoryRegistry;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TransactionResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.Offer;
import org.apache.mesos.v1.Protos.OfferID;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.Protos.Value;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;

/** A leader on a registry in memory, with the test as Mesos, as Quartz and as everybody else who writes the tree. */
final class Stage {

    private static final Set<String> CONTAINERS = Set.of(RegistryPaths.CONFIG_JOBS, RegistryPaths.JOB_STATUS,
            RegistryPaths.DISABLED_JOBS, RegistryPaths.DISABLED_JOB_INFO, RegistryPaths.JOB_CHANGES);

    final InMemoryRegistry registry = new InMemoryRegistry();
    final List<Call> calls = new ArrayList<>();
    final Set<String> crons = new LinkedHashSet<>();
    final List<String> halts = new ArrayList<>();
    ManualLoop loop;
    /** What the next leader is given. */
    ClusterPolicy policy = ClusterPolicy.STANDARD;
    private Scheduling scheduling;
    private LiveTree tree;
    private int offers;
    int reconnects;

    /** Takes the lead; what led before is gone as after a crash. */
    Stage lead() {
        if (tree != null) {
            tree.close();
        }
        calls.clear();
        crons.clear();
        loop = loop == null ? new ManualLoop() : loop.successor();
        ManualLoop mine = loop;
        Epoch epoch = registry.lead("{}");
        SchedulingOptions options = new SchedulingOptions("localhost", "http://localhost:8899", "", "", ZoneOffset.UTC,
                Optional.empty(), policy);
        scheduling = new Scheduling(options, mine, new Scheduling.Outside(epoch, calls::add, () -> reconnects++,
                new Crontab(), () -> { }, halts::add));
        Scheduling led = scheduling;
        tree = registry.liveTree();
        tree.listen(event -> mine.post(() -> led.onTree(event)));
        return settle();
    }

    /** Connects to Mesos and subscribes. */
    Stage connect() {
        findMaster();
        subscribed();
        calls.clear();
        return this;
    }

    /** The driver has found a master and wants to be told how to subscribe. */
    Stage findMaster() {
        loop.post(scheduling::onMesosConnected);
        return settle();
    }

    /** Mesos says that the framework is subscribed, and sends updates before anything else can happen. */
    Stage subscribed(TaskStatus... behind) {
        loop.post(() -> scheduling.onMesosEvent(Event.newBuilder().setType(Event.Type.SUBSCRIBED)
                .setSubscribed(Event.Subscribed.newBuilder()
                        .setFrameworkId(FrameworkID.newBuilder().setValue("framework-1"))).build()));
        return updateTogether(behind);
    }

    Stage loseMaster() {
        loop.post(scheduling::onMesosDisconnected);
        return settle();
    }

    Stage error(String message) {
        return receive(Event.newBuilder().setType(Event.Type.ERROR)
                .setError(Event.Error.newBuilder().setMessage(message)).build());
    }

    Stage settle() {
        loop.run(scheduling::settle);
        return this;
    }

    Stage pass(Duration time) {
        loop.pass(time, scheduling::settle);
        return settle();
    }

    Stage app(AppConfig app) {
        registry.put(RegistryPaths.configApp(app.appName()), Codecs.APP, app);
        registry.put(RegistryPaths.appInfo(app.appName()), Codecs.APP_INFO, ExecutorKind.JOBDECK);
        return settle();
    }

    Stage job(JobConfig job) {
        registry.put(RegistryPaths.configJob(job.jobName()), Codecs.JOB, job);
        return settle();
    }

    Stage fire(String cron) {
        loop.post(() -> scheduling.onCron(cron));
        return settle();
    }

    /** Has the cron fire when whatever is going on is done. */
    Stage fireLater() {
        loop.post(() -> scheduling.onCron("0/5 * * * * ?"));
        return this;
    }

    /** Fires the cron of all jobs in {@link Configs}. */
    Stage fire() {
        return fire("0/5 * * * * ?");
    }

    Offer offer(String agent, double cpus, double megabytes, String... executors) {
        Offer offer = offerLater(agent, cpus, megabytes, executors);
        settle();
        return offer;
    }

    /** Makes an offer that is dealt with together with whatever else arrives before the loop runs. */
    Offer offerLater(String agent, double cpus, double megabytes, String... executors) {
        Offer.Builder offer = Offer.newBuilder()
                .setId(OfferID.newBuilder().setValue("offer-" + ++offers))
                .setFrameworkId(FrameworkID.newBuilder().setValue("framework-1"))
                .setAgentId(AgentID.newBuilder().setValue(agent))
                .setHostname(agent + ".example")
                .addResources(scalar("cpus", cpus))
                .addResources(scalar("mem", megabytes));
        for (String executor : executors) {
            offer.addExecutorIds(ExecutorID.newBuilder().setValue(executor));
        }
        Event event = Event.newBuilder().setType(Event.Type.OFFERS)
                .setOffers(Event.Offers.newBuilder().addOffers(offer)).build();
        loop.post(() -> scheduling.onMesosEvent(event));
        return offer.build();
    }

    private static Resource scalar(String name, double amount) {
        return Resource.newBuilder().setName(name).setType(Value.Type.SCALAR)
                .setScalar(Value.Scalar.newBuilder().setValue(amount)).build();
    }

    Stage receive(Event event) {
        loop.post(() -> scheduling.onMesosEvent(event));
        return settle();
    }

    Stage update(TaskInfo task, TaskState state) {
        return update(status(task, state).build());
    }

    Stage update(TaskStatus status) {
        return receive(Event.newBuilder().setType(Event.Type.UPDATE)
                .setUpdate(Event.Update.newBuilder().setStatus(status)).build());
    }

    /** Lets updates arrive before anything that the first of them causes is written. */
    Stage updateTogether(TaskStatus... statuses) {
        for (TaskStatus status : statuses) {
            loop.post(() -> scheduling.onMesosEvent(Event.newBuilder().setType(Event.Type.UPDATE)
                    .setUpdate(Event.Update.newBuilder().setStatus(status)).build()));
        }
        return settle();
    }

    static TaskStatus.Builder status(TaskInfo task, TaskState state) {
        return TaskStatus.newBuilder()
                .setTaskId(task.getTaskId())
                .setAgentId(task.getAgentId())
                .setState(state)
                .setUuid(ByteString.copyFromUtf8(UUID.randomUUID().toString()));
    }

    Stage executorEnded(TaskInfo task) {
        return receive(Event.newBuilder().setType(Event.Type.FAILURE).setFailure(Event.Failure.newBuilder()
                .setAgentId(task.getAgentId())
                .setExecutorId(task.getExecutor().getExecutorId())
                .setStatus(0)).build());
    }

    /** Returns the tasks of all ACCEPT calls so far and forgets all calls. */
    List<TaskInfo> takeLaunched() {
        List<TaskInfo> launched = calls(Call.Type.ACCEPT).stream()
                .flatMap(call -> call.getAccept().getOperationsList().stream())
                .flatMap(operation -> operation.getLaunch().getTaskInfosList().stream())
                .toList();
        calls.clear();
        return launched;
    }

    List<Call> calls(Call.Type type) {
        return calls.stream().filter(call -> call.getType() == type).toList();
    }

    List<TaskRecord> records() {
        return registry.snapshot().values().stream()
                .filter(node -> NodeAddress.of(node.path()) instanceof NodeAddress.RunPart)
                .flatMap(node -> Codecs.RUN_PART.read(node.text()).stream())
                .toList();
    }

    /** Writes a node as an operation or a hand on the registry would. */
    <T> Stage put(String path, Codec<T> codec, T value) {
        registry.put(path, codec, value);
        return settle();
    }

    Stage put(String path, String text) {
        registry.put(path, text);
        return settle();
    }

    Stage remove(String path) {
        registry.remove(path);
        return settle();
    }

    /** Writes several nodes in one transaction. */
    Stage commit(Change... changes) {
        assertThat(registry.commit(Transaction.of(changes))).isInstanceOf(TransactionResult.Committed.class);
        return settle();
    }

    /** Returns what a node says. */
    <T> T read(String path, Codec<T> codec) {
        return codec.read(registry.text(path));
    }

    /** Returns the reason that is published for the job, once it has held for a moment. */
    String waiting(String job) {
        pass(Duration.ofSeconds(2));
        String text = node(RegistryPaths.waiting(job));
        return text == null ? "" : Codecs.WAITING.read(text).reason();
    }

    Instant now() {
        return loop.clock().instant();
    }

    /** Returns the value of a node, or null. */
    String node(String path) {
        return registry.text(path);
    }

    /** Returns every path that names the job. */
    List<String> traces(String job) {
        return registry.snapshot().keySet().stream()
                .filter(path -> !CONTAINERS.contains(path))
                .filter(path -> path.endsWith("/" + job) || path.contains("/" + job + "/") || path.contains("/" + job + "@-@"))
                .sorted()
                .toList();
    }

    private final class Crontab implements CronSource {

        @Override
        public void schedule(String cron) {
            if (cron.contains("bad")) {
                throw new IllegalArgumentException(cron);
            }
            crons.add(cron);
        }

        @Override
        public void unschedule(String cron) {
            crons.remove(cron);
        }
    }
}
