package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.appChanges;
import static io.jobdeck.scheduler.registry.RegistryPaths.appInfo;
import static io.jobdeck.scheduler.registry.RegistryPaths.configApp;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.codec.Reading;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ConfigUpdate;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Instant;
import java.util.Optional;

/** Replaces an app's config with what stands beside it. The leader replaces its executors. */
final class AppUpdate implements Plan {

    private final Sight sight;
    private final AppConfig app;
    private final String name;
    private final Optional<ConfigVersion> basis;
    private final String by;
    private final Instant now;
    private ConfigUpdate update;

    AppUpdate(Sight sight, AppConfig app, Optional<ConfigVersion> basis, String by, Instant now) {
        this.sight = sight;
        this.app = app;
        this.name = app.appName();
        this.basis = basis;
        this.by = by;
        this.now = now;
    }

    @Override
    public Optional<Transaction> next() {
        Nodes nodes = sight.read(configApp(name), appInfo(name), appChanges(name));
        TreeNode stored = nodes.get(configApp(name)).orElseThrow(() -> AppOperations.unknownApp(name));
        String info = nodes.get(appInfo(name)).map(TreeNode::text).orElse("");
        Reading<AppConfig> before = Codecs.APP.examine(stored.text());
        AppConfig after = Merging.keepUnknown(app, before.value());
        Optional<AppConfig> readable = before.value().filter(any -> before.problems().isEmpty())
                .flatMap(config -> executor(info).map(config::withExecutor));
        if (readable.filter(after::equals).isPresent()) {
            return Optional.empty();
        }
        String was = readable.map(Codecs.APP_REST::write).orElse(stored.text());
        String becomes = Codecs.APP_REST.write(after);
        ChangeLog log = ChangeLog.of(nodes.get(appChanges(name)));
        ConfigVersion version = ConfigVersions.ofApp(stored.text(), info);
        log.demand(basis, version, "App '%s'".formatted(name), () -> FieldDifferences.between(becomes, was));
        // Checked whether it changes or not, since the update rests on it.
        nodes.check(configApp(name));
        if (!readable.map(old -> old.withExecutor(after.executor())).equals(Optional.of(after))) {
            nodes.put(configApp(name), Codecs.APP.write(after));
        }
        if (!readable.map(AppConfig::executor).equals(Optional.of(after.executor()))) {
            nodes.put(appInfo(name), Codecs.APP_INFO.write(after.executor()));
        }
        update = new ConfigUpdate(version, versionAfter(nodes), by, now, FieldDifferences.between(was, becomes));
        nodes.put(appChanges(name), log.with(update));
        return nodes.transaction();
    }

    private ConfigVersion versionAfter(Nodes nodes) {
        return ConfigVersions.ofApp(nodes.textAfter(configApp(name)), nodes.textAfter(appInfo(name)));
    }

    private static Optional<ExecutorKind> executor(String info) {
        try {
            return Optional.of(info.isEmpty() ? ExecutorKind.ELASTIC_JOB_2_1_5 : Codecs.APP_INFO.read(info));
        } catch (MalformedTextException e) {
            return Optional.empty();
        }
    }

    @Override
    public Verdict afterUnknown(Transaction tried) {
        return ChangeLog.of(sight.find(appChanges(name))).has(update) ? Verdict.HAPPENED : Verdict.DO_AGAIN;
    }

    @Override
    public String outcome() {
        return "app '%s' was updated".formatted(name);
    }
}
