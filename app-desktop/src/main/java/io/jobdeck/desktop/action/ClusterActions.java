package io.jobdeck.desktop.action;

import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.scheduler.model.ReconcileRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What can be done to a cluster as a whole, and the catalog of all that can be done in it. Interface thread only. */
final class ClusterActions {

    private final ActionContext context;

    private ClusterActions(ActionContext context) {
        this.context = context;
    }

    static ActionCatalog of(ActionContext context) {
        List<Action> all = new ArrayList<>();
        Stream.of(new JobActions(context).all(), new AppActions(context).all(), new QueueActions(context).all(),
                new ClusterActions(context).all()).forEach(all::addAll);
        return new ActionCatalog(all);
    }

    private List<Action> all() {
        return List.of(
                new PlainAction(ActionFace.CLUSTER_IMPORT, context, new Transfers(context, new Forms(context))::importFile),
                reconcile(ActionFace.CLUSTER_RECONCILE, ReconcileRequest.Kind.EXPLICIT),
                reconcile(ActionFace.CLUSTER_RECONCILE_ALL, ReconcileRequest.Kind.IMPLICIT));
    }

    private Action reconcile(ActionFace face, ReconcileRequest.Kind kind) {
        return new PlainAction(face, context, () -> context.runner().run(
                new Batch<>(context.texts().get("action." + face.id() + ".progress"), List.of(kind), Enum::name,
                        Work.each(each -> context.connection().operations().reconcile(each, context.connection().caller()))),
                result -> context.dialogs().notice(result.failed().isEmpty()
                        ? Notice.success(context.texts().get("action." + face.id() + ".done"))
                        : Notice.failure(result.failed().get(0).why().message()))));
    }
}
