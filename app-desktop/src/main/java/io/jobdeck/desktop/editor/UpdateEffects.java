package io.jobdeck.desktop.editor;

import io.jobdeck.desktop.cron.CronFirings;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.ConfigCodec;
import io.jobdeck.scheduler.codec.Reading;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.JobConfig;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says what the cluster does when a document is stored in place of another one, in numbers read at this moment. */
public final class UpdateEffects {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int ITEMS_NAMED = 8;

    private final Texts texts;
    private final Loads loads;
    private final Clock clock;
    private final ZoneId zone;

    /**
     * @param clock what the next fire time is reckoned from
     * @param zone zone in which the leader fires crons
     */
    public UpdateEffects(Texts texts, Loads loads, Clock clock, ZoneId zone) {
        this.texts = texts;
        this.loads = loads;
        this.clock = clock;
        this.zone = zone;
    }

    /** Returns what happens, a sentence each; {@code before} is empty if what is stored cannot be read. */
    public List<String> of(DocumentKind kind, Optional<Document> before, Document after) {
        List<String> said = kind == DocumentKind.JOB
                ? read(Codecs.JOB, Optional.of(after))
                        .map(job -> new JobEffects(read(Codecs.JOB, before), job, loads.job(job.jobName())).say())
                        .orElse(List.of())
                : read(Codecs.APP_REST, Optional.of(after))
                        .map(app -> ofApp(read(Codecs.APP_REST, before), app)).orElse(List.of());
        return said.isEmpty() ? List.of(texts.get("effect.nothing")) : said;
    }

    private static <C> Optional<C> read(ConfigCodec<C> codec, Optional<Document> document) {
        return document.map(Document::text).map(codec::examine).filter(reading -> reading.problems().isEmpty())
                .flatMap(Reading::value);
    }

    private List<String> ofApp(Optional<AppConfig> before, AppConfig after) {
        List<String> said = new ArrayList<>();
        if (before.isEmpty()) {
            said.add(texts.get("effect.repaired"));
        }
        AppLoad load = loads.app(after.appName());
        boolean sameExecutor = before.filter(old -> executor(old).equals(executor(after))).isPresent();
        if (!sameExecutor && load.executors() > 0) {
            said.add(texts.get("effect.replace-executors", load.executors()));
            add(said, "effect.finish-tasks", load.transientTasks());
            add(said, "effect.restart-daemons", load.daemonTasks());
        }
        return said;
    }

    /** What an executor would have to be started anew for. */
    private static List<Object> executor(AppConfig app) {
        return List.of(app.appUrl(), app.bootstrapScript(), app.cpuCount(), app.memoryMb(), app.appCacheEnable(),
                app.executor());
    }

    private void add(List<String> said, String key, int count) {
        if (count > 0) {
            said.add(texts.get(key, count));
        }
    }

    private final class JobEffects {

        private final Optional<JobConfig> before;
        private final JobConfig after;
        private final JobLoad load;
        private final List<String> said = new ArrayList<>();

        JobEffects(Optional<JobConfig> before, JobConfig after, JobLoad load) {
            this.before = before;
            this.after = after;
            this.load = load;
        }

        List<String> say() {
            if (before.isEmpty()) {
                said.add(texts.get("effect.repaired"));
            }
            boolean changesKind = before.filter(old -> old.executionType() == after.executionType()).isEmpty();
            if (before.isPresent() && changesKind) {
                changeKind();
            } else if (after.isTransient()) {
                changeTransient();
            } else {
                changeDaemon();
            }
            before.filter(old -> !old.appName().equals(after.appName()))
                    .ifPresent(old -> said.add(texts.get("effect.move", after.appName())));
            if (!load.enabled() && !said.isEmpty()) {
                said.add(texts.get("effect.disabled"));
            }
            return said;
        }

        private void changeKind() {
            said.add(texts.get("effect.kind." + after.executionType().name()));
            add(said, "effect.kill-tasks", load.running().size());
            add(said, "effect.drop-backlog", load.ready());
            add(said, "effect.drop-failover", load.failover().size());
        }

        private void changeTransient() {
            before.filter(old -> !old.cron().equals(after.cron())).ifPresent(old -> said.add(reschedules()));
            dropItems();
            addItems();
            boolean misfireOff = before.filter(JobConfig::misfire).isPresent() && !after.misfire();
            if (misfireOff && load.ready() > 1) {
                said.add(texts.get("effect.cut-backlog", load.ready()));
            }
            long going = load.running().stream().filter(item -> item < after.shardingTotalCount()).count();
            if (going > 0 && changesRuns()) {
                said.add(texts.get("effect.runs-go-on", going));
            }
        }

        private String reschedules() {
            return CronFirings.next(after.cron(), zone, clock.instant(), 1).stream().findFirst()
                    .map(next -> texts.get("effect.reschedule", TIME.format(next), CronFirings.name(zone)))
                    .orElseGet(() -> texts.get("effect.reschedule-never"));
        }

        private void changeDaemon() {
            dropItems();
            long going = load.running().stream().filter(item -> item < after.shardingTotalCount()).count();
            if (going > 0 && (changesRuns() || before.filter(old -> !old.cron().equals(after.cron())).isPresent())) {
                said.add(texts.get("effect.restart-tasks", going));
            } else {
                addItems();
            }
        }

        /** Compares what a task is started with, the cron aside, which only a daemon's task knows. */
        private boolean changesRuns() {
            return before.filter(old -> run(old).equals(run(after))).isEmpty();
        }

        private List<Object> run(JobConfig job) {
            return Arrays.asList(job.appName(), job.jobClass(), job.jobType(), job.shardingTotalCount(),
                    job.shardingItemParameters(), job.jobParameter(), job.streamingProcess(), job.scriptCommandLine(),
                    job.cpuCount(), job.memoryMb(), job.beanName(), job.applicationContext(), job.jobProperties());
        }

        private void dropItems() {
            int left = after.shardingTotalCount();
            int had = before.map(JobConfig::shardingTotalCount).orElse(left);
            if (had > left) {
                said.add(texts.get("effect.drop-items", had - left, items(left, had)));
                add(said, "effect.kill-tasks", (int) load.running().stream().filter(item -> item >= left).count());
                add(said, "effect.drop-failover", (int) load.failover().stream().filter(item -> item >= left).count());
            }
        }

        private void addItems() {
            int had = before.map(JobConfig::shardingTotalCount).orElse(after.shardingTotalCount());
            if (after.shardingTotalCount() > had) {
                said.add(texts.get("effect.add-items", after.shardingTotalCount() - had,
                        items(had, after.shardingTotalCount())));
            }
        }

        private String items(int from, int to) {
            if (to - from > ITEMS_NAMED) {
                return texts.get("effect.items.range", from, to - 1);
            }
            List<String> names = IntStream.range(from, to).mapToObj(String::valueOf).toList();
            return names.size() == 1 ? names.get(0) : texts.get("effect.items.and",
                    String.join(texts.get("effect.items.comma"), names.subList(0, names.size() - 1)),
                    names.get(names.size() - 1));
        }
    }
}
