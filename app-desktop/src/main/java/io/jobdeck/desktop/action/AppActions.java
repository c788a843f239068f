package io.jobdeck.desktop.action;

import io.jobdeck.desktop.editor.DocumentKind;
import io.jobdeck.desktop.fold.AppFacts;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.DisableOptions;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be done to apps of one cluster. Interface thread only. */
final class AppActions {

    private final ActionContext context;
    private final Reasons reasons;
    private final Consequences consequences;
    private final Forms forms;
    private final AppUndo undo;
    private final OptionForms options;

    AppActions(ActionContext context) {
        this.context = context;
        this.reasons = new Reasons(context.inventory(), context.texts());
        this.consequences = new Consequences(context.texts(), context.inventory());
        this.forms = new Forms(context);
        this.undo = new AppUndo(context);
        this.options = new OptionForms(context);
    }

    /** Returns all of them in the order of a menu. */
    List<Action> all() {
        SchedulerOperations operations = context.connection().operations();
        Caller caller = context.connection().caller();
        return List.of(
                new FormAction<>(ActionFace.APP_REGISTER, Target.App.class, context, app -> Optional.empty(),
                        none -> forms.registerApp()),
                new FormAction<>(ActionFace.APP_UPDATE, Target.App.class, context, reasons.app(app -> Optional.empty()),
                        app -> forms.update(DocumentKind.APP, app.get(0).name())),
                new FormAction<>(ActionFace.APP_COPY, Target.App.class, context, reasons.app(reasons::unreadable),
                        app -> forms.copy(DocumentKind.APP, app.get(0).name())),
                new FormAction<>(ActionFace.APP_EXPORT, Target.App.class, context, reasons.app(reasons::unreadable),
                        new Transfers(context, forms)::exportApps),
                new FormAction<>(ActionFace.APP_REGISTER_JOB, Target.App.class, context,
                        reasons.app(app -> Optional.empty()), app -> forms.registerJob(app.get(0).name())),
                bulk(ActionFace.APP_ENABLE, reasons::notDisabled, apps -> "", app -> operations.enableApp(app, caller),
                        undo::ofEnabling),
                disable(DisableOptions.STANDARD),
                new FormAction<>(ActionFace.APP_DISABLE_WITH, Target.App.class, context, reasons.app(reasons::disabled),
                        apps -> options.disableApps(apps, this::disable)),
                bulk(ActionFace.APP_DEREGISTER, app -> Optional.empty(), consequences::ofDeregisteringApps,
                        app -> operations.deregisterApp(app, caller), Undo.none()));
    }

    private BulkAction<Target.App> disable(DisableOptions how) {
        return bulk(ActionFace.APP_DISABLE, reasons::disabled, apps -> consequences.ofDisablingApps(apps, how.keepBacklog()),
                app -> context.connection().operations().disableApp(app, how, context.connection().caller()),
                undo.ofDisabling(how.keepBacklog()));
    }

    private BulkAction<Target.App> bulk(ActionFace face, Function<AppFacts, Optional<String>> whyNot,
            Function<List<Target.App>, String> said, Consumer<String> operation, Undo<Target.App> way) {
        return new BulkAction<>(face, Target.App.class, context, new BulkAction.Rule<>(reasons.app(whyNot), said),
                Work.each(app -> operation.accept(app.name())), way);
    }
}
