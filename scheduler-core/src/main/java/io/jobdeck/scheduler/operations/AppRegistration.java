package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.appChanges;
import static io.jobdeck.scheduler.registry.RegistryPaths.appInfo;
import static io.jobdeck.scheduler.registry.RegistryPaths.configApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledAppInfo;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.registry.Transaction;
import java.util.Optional;

/** Stores a new app. A flag that an earlier app of that name left behind does not stand in its way. */
final class AppRegistration implements Plan {

    private final Sight sight;
    private final String name;
    private final String text;
    private final String info;

    AppRegistration(Sight sight, AppConfig app) {
        this.sight = sight;
        this.name = app.appName();
        this.text = Codecs.APP.write(app);
        this.info = Codecs.APP_INFO.write(app.executor());
    }

    @Override
    public Optional<Transaction> next() {
        Nodes nodes = sight.read(configApp(name), appInfo(name), disabledApp(name), disabledAppInfo(name),
                appChanges(name));
        if (nodes.has(configApp(name))) {
            throw OperationException.conflict(
                    "App '%s' is registered already. Update it, or choose another name.".formatted(name));
        }
        nodes.put(configApp(name), text);
        nodes.put(appInfo(name), info);
        nodes.delete(disabledApp(name), disabledAppInfo(name),
                appChanges(name));
        return nodes.transaction();
    }

    @Override
    public Verdict afterUnknown(Transaction tried) {
        Nodes nodes = sight.read(configApp(name), appInfo(name));
        boolean stored = nodes.get(configApp(name)).filter(node -> node.text().equals(text)).isPresent()
                && nodes.get(appInfo(name)).filter(node -> node.text().equals(info)).isPresent();
        return stored ? Verdict.HAPPENED : Verdict.DO_AGAIN;
    }

    @Override
    public String outcome() {
        return "app '%s' was registered".formatted(name);
    }

    @Override
    public String howToFindOut() {
        return "Look for it in the list of apps, and register it again if it is not there.";
    }
}
