package io.jobdeck.desktop;

import io.jobdeck.desktop.bridge.UiExecutor;
import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.ProfileColour;
import io.jobdeck.desktop.connection.RemoteFields;
import io.jobdeck.desktop.connection.SignIn;
import io.jobdeck.desktop.dialog.Confirmation;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.profile.KeyRing;
import io.jobdeck.desktop.profile.KeyRingException;
import io.jobdeck.desktop.profile.MalformedProfilesException;
import io.jobdeck.desktop.profile.ProfileEditorModel;
import io.jobdeck.desktop.profile.ProfileFile;
import io.jobdeck.desktop.profile.ProfileJson;
import io.jobdeck.desktop.profile.ProfileTester;
import io.jobdeck.desktop.profile.Profiles;
import io.jobdeck.desktop.profile.Secrets;
import io.jobdeck.desktop.start.HomeCommands;
import io.jobdeck.desktop.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Makes, changes and removes connections. Files and the key ring are dealt with in the background. */
final class ProfileDesk implements HomeCommands, AutoCloseable {

    private final Tools tools;
    private final Profiles profiles;
    private final Clusters clusters;
    private final FileChoice files;
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "jobdeck-profiles");
        thread.setDaemon(true);
        return thread;
    });

    /** What it works with. */
    record Tools(Texts texts, UiExecutor ui, DialogService dialogs, ProfileTester tester, KeyRing keyRing) { }

    /** The clusters that are open. */
    interface Clusters {

        /** Opens it in a tab of its own, or turns to it. */
        void open(ConnectionProfile profile, Secrets secrets);

        /** Returns whether the connection of that id has a tab. */
        boolean isOpen(String id);
    }

    /** Asks for files. */
    interface FileChoice {

        /** Returns the file to read. */
        Optional<Path> toRead();

        /** Returns the file to write. */
        Optional<Path> toWrite();
    }

    ProfileDesk(Tools tools, Profiles profiles, Clusters clusters, FileChoice files) {
        this.tools = tools;
        this.profiles = profiles;
        this.clusters = clusters;
        this.files = files;
    }

    @Override
    public void open(List<ConnectionProfile> chosen) {
        chosen.forEach(profile -> clusters.open(profile, Secrets.NONE));
    }

    @Override
    public void create() {
        ProfileColour[] colours = ProfileColour.values();
        edit(new ConnectionProfile(Profiles.freshId(), "", colours[profiles.all().size() % colours.length],
                new ClusterTarget.Remote("", RemoteFields.NAMESPACE_EXAMPLE, false, new SignIn.Nobody(), Optional.empty()),
                false, false, false), true, clusters::open);
    }

    @Override
    public void copy(ConnectionProfile profile) {
        edit(profiles.copyOf(profile), true, (saved, secrets) -> { });
    }

    @Override
    public void edit(ConnectionProfile profile) {
        edit(profile, false, (saved, secrets) -> tellIfOpen(saved));
    }

    private void tellIfOpen(ConnectionProfile saved) {
        if (clusters.isOpen(saved.id())) {
            tools.dialogs().notice(Notice.success(tools.texts().get("home.saved-open", saved.name())));
        }
    }

    /** Asks what is to be changed; the last one takes what was saved, and the secrets that were typed. */
    void edit(ConnectionProfile profile, boolean fresh, BiConsumer<ConnectionProfile, Secrets> onSaved) {
        tools.dialogs().editProfile(new ProfileEditorModel(profile, fresh, profiles::isTaken, tools.tester(),
                (saved, typed) -> {
                    profiles.put(saved);
                    keepSecrets(profile, saved, typed);
                    onSaved.accept(saved, typed);
                }, tools.texts()));
    }

    private void keepSecrets(ConnectionProfile before, ConnectionProfile saved, Secrets typed) {
        if (saved.keepSecrets() && !typed.equals(Secrets.NONE)) {
            keep(saved.id(), known -> typed.or(known));
        } else if (!saved.keepSecrets() && before.keepSecrets()) {
            keep(saved.id(), known -> Secrets.NONE);
        }
    }

    private void keep(String id, UnaryOperator<Secrets> change) {
        background.execute(() -> {
            try {
                tools.keyRing().write(id, change.apply(tools.keyRing().read(id)));
            } catch (KeyRingException refused) {
                fail("start.not-kept", refused.getMessage());
            }
        });
    }

    /** Notes whether the key ring keeps the secrets of a connection from now on. */
    void secretsKept(ConnectionProfile profile, boolean kept) {
        profiles.byId(profile.id()).filter(now -> now.keepSecrets() != kept)
                .ifPresent(now -> profiles.put(now.keepingSecrets(kept)));
    }

    @Override
    public void remove(List<ConnectionProfile> chosen) {
        Texts texts = tools.texts();
        List<String> names = chosen.stream().map(ConnectionProfile::name).toList();
        tools.dialogs().confirm(new Confirmation(texts.get("home.remove.title", names.size(), names.get(0)),
                texts.get("home.remove.text"), names.size() > 1 ? names : List.of(), texts.get("home.remove.verb")),
                () -> chosen.forEach(this::removeNow));
    }

    private void removeNow(ConnectionProfile profile) {
        profiles.remove(profile.id());
        if (profile.keepSecrets()) {
            keep(profile.id(), known -> Secrets.NONE);
        }
    }

    @Override
    public void importProfiles() {
        files.toRead().ifPresent(this::importFrom);
    }

    /** Takes the connections of the file. */
    void importFrom(Path file) {
        background.execute(() -> {
            try {
                List<ConnectionProfile> read = ProfileJson.read(Files.readString(file));
                tools.ui().run(() -> tools.dialogs().notice(Notice.success(
                        tools.texts().get("home.imported", profiles.addAll(read), read.size()))));
            } catch (MalformedProfilesException malformed) {
                fail("home.import-failed", file, malformed.getMessage());
            } catch (IOException unreadable) {
                fail("home.import-failed", file, unreadable.toString());
            }
        });
    }

    @Override
    public void exportProfiles() {
        files.toWrite().ifPresent(this::exportTo);
    }

    /** Writes all connections to the file. */
    void exportTo(Path file) {
        List<ConnectionProfile> all = List.copyOf(profiles.all());
        background.execute(() -> {
            try {
                ProfileFile.replace(file, ProfileJson.write(all));
                tools.ui().run(() -> tools.dialogs().notice(Notice.success(
                        tools.texts().get("home.exported", all.size(), file))));
            } catch (IOException unwritable) {
                fail("home.export-failed", file, unwritable.toString());
            }
        });
    }

    private void fail(String key, Object... arguments) {
        tools.ui().run(() -> tools.dialogs().notice(Notice.failure(tools.texts().get(key, arguments))));
    }

    @Override
    public void close() {
        background.shutdown();
    }
}
