package io.jobdeck.desktop.frame;

import io.jobdeck.desktop.connection.ConnectionProfile;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** A tab: the profile it stands for, and what it shows now. Interface thread only. */
public final class ClusterTab {

    private final ConnectionProfile profile;
    private final Runnable onClose;
    private final ObjectProperty<TabContent> content = new SimpleObjectProperty<>(this, "content");
    private final ReadOnlyBooleanWrapper readOnly = new ReadOnlyBooleanWrapper(this, "readOnly");

    /**
     * @param content what it shows at first
     * @param onClose what happens when a person closes it
     */
    public ClusterTab(ConnectionProfile profile, TabContent content, Runnable onClose) {
        this.profile = Objects.requireNonNull(profile, "profile");
        this.onClose = Objects.requireNonNull(onClose, "onClose");
        show(content);
    }

    public ConnectionProfile profile() {
        return profile;
    }

    /** Shows something else from now on. */
    public void show(TabContent now) {
        readOnly.unbind();
        now.readOnly().ifPresentOrElse(readOnly::bind, () -> readOnly.set(profile.isReadOnly()));
        content.set(now);
    }

    ObjectProperty<TabContent> contentProperty() {
        return content;
    }

    ReadOnlyBooleanProperty readOnlyProperty() {
        return readOnly.getReadOnlyProperty();
    }

    void close() {
        onClose.run();
    }
}
