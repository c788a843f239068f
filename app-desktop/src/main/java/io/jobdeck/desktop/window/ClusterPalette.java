package io.jobdeck.desktop.window;

import io.jobdeck.desktop.action.ActionFace;
import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.action.Scope;
import io.jobdeck.desktop.fold.AppFacts;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.palette.ActionEntries;
import io.jobdeck.desktop.palette.PaletteEntry;
import io.jobdeck.desktop.view.ViewContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the palette offers of one cluster: actions on what is selected, those on the cluster, and every job and app. */
final class ClusterPalette {

    private static final Set<ActionFace> ANYWHERE = Set.of(ActionFace.JOB_REGISTER, ActionFace.APP_REGISTER);

    private final ClusterModel model;
    private final MainWindow window;
    private final ViewContext context;

    ClusterPalette(ClusterModel model, MainWindow window, ViewContext context) {
        this.model = model;
        this.window = window;
        this.context = context;
    }

    List<PaletteEntry> entries() {
        List<PaletteEntry> entries = new ArrayList<>(new ActionEntries(context.texts()).of(actions()));
        model.apps().stream().map(AppFacts::name).forEach(app ->
                entries.add(goTo(PaletteEntry.Kind.APP, "apps", "fth-package", Scope.APP, app)));
        model.jobs().stream().map(JobFacts::name).forEach(job ->
                entries.add(goTo(PaletteEntry.Kind.JOB, "jobs", "fth-clock", Scope.JOB, job)));
        return entries;
    }

    /** Those of the view in front, and those that are on nothing that is selected. */
    private List<BoundAction> actions() {
        List<BoundAction> actions = new ArrayList<>(window.actions());
        Set<ActionFace> there = actions.stream().map(BoundAction::face).collect(Collectors.toSet());
        Arrays.stream(ActionFace.values())
                .filter(face -> face.scope() == Scope.CLUSTER || ANYWHERE.contains(face))
                .filter(face -> !there.contains(face) && context.actions().has(face))
                .forEach(face -> actions.add(context.actions().bound(face)));
        return actions;
    }

    private PaletteEntry goTo(PaletteEntry.Kind kind, String view, String icon, Scope scope, String name) {
        return new PaletteEntry(kind, context.texts().get("palette.go-to", name), context.texts().get("target." + scope, 0, ""),
                List.of(name), new PaletteEntry.Look(icon, ""), "",
                () -> context.navigator().show(view, '"' + name + '"'));
    }
}
