package io.jobdeck.desktop.profile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.ProfileColour;
import io.jobdeck.desktop.connection.SignIn;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Connections as JSON, for the file they are kept in and for other people. There is no place in it for a secret. */
public final class ProfileJson {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final String CONNECTIONS = "connections";
    private static final String EMBEDDED = "embedded";
    private static final String REMOTE = "remote";
    private static final String NOBODY = "nobody";
    private static final String ACCOUNT = "account";
    private static final String TOKEN = "token";

    private ProfileJson() {
    }

    /** Returns the connections as text. */
    public static String write(List<ConnectionProfile> profiles) {
        JsonArray list = new JsonArray();
        profiles.forEach(profile -> list.add(object(profile)));
        JsonObject root = new JsonObject();
        root.add(CONNECTIONS, list);
        return GSON.toJson(root) + "\n";
    }

    private static JsonObject object(ConnectionProfile profile) {
        JsonObject object = new JsonObject();
        object.addProperty("id", profile.id());
        object.addProperty("name", profile.name());
        object.addProperty("colour", profile.colour().tag());
        if (profile.target() instanceof ClusterTarget.Embedded embedded) {
            object.addProperty("kind", EMBEDDED);
            embedded.dataDirectory().ifPresent(directory -> object.addProperty("dataDirectory", directory.toString()));
        } else if (profile.target() instanceof ClusterTarget.Remote remote) {
            object.addProperty("kind", REMOTE);
            addRemote(object, remote);
        }
        object.addProperty("production", profile.production());
        object.addProperty("readOnly", profile.readOnly());
        object.addProperty("keepSecrets", profile.keepSecrets());
        return object;
    }

    private static void addRemote(JsonObject object, ClusterTarget.Remote remote) {
        object.addProperty("connectString", remote.connectString());
        object.addProperty("namespace", remote.namespace());
        object.addProperty("digest", remote.digest());
        if (remote.signIn() instanceof SignIn.Account account) {
            object.addProperty("signIn", ACCOUNT);
            object.addProperty(ACCOUNT, account.name());
        } else {
            object.addProperty("signIn", remote.signIn() instanceof SignIn.Token ? TOKEN : NOBODY);
        }
        remote.authority().ifPresent(file -> object.addProperty("authority", file.toString()));
    }

    /**
     * Returns the connections of a text.
     *
     * @throws MalformedProfilesException if it is none, naming the connection and the member
     */
    public static List<ConnectionProfile> read(String text) throws MalformedProfilesException {
        List<ConnectionProfile> profiles = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonElement element : list(text)) {
            ConnectionProfile profile = profile(element, profiles.size() + 1);
            if (!ids.add(profile.id())) {
                throw new MalformedProfilesException("two connections have the id " + profile.id());
            }
            profiles.add(profile);
        }
        return profiles;
    }

    private static JsonArray list(String text) throws MalformedProfilesException {
        JsonElement root;
        try {
            root = JsonParser.parseString(text);
        } catch (JsonParseException malformed) {
            throw new MalformedProfilesException("this is no JSON", malformed);
        }
        if (!root.isJsonObject() || !root.getAsJsonObject().has(CONNECTIONS)
                || !root.getAsJsonObject().get(CONNECTIONS).isJsonArray()) {
            throw new MalformedProfilesException("there is no list \"connections\" in it");
        }
        return root.getAsJsonObject().getAsJsonArray(CONNECTIONS);
    }

    private static ConnectionProfile profile(JsonElement element, int number) throws MalformedProfilesException {
        if (!element.isJsonObject()) {
            throw new MalformedProfilesException("connection " + number + " is no object");
        }
        Reading reading = new Reading(element.getAsJsonObject(), number);
        String colour = reading.text("colour").orElse(ProfileColour.GREY.tag());
        return new ConnectionProfile(reading.needed("id"), reading.needed("name"),
                ProfileColour.ofTag(colour).orElse(ProfileColour.GREY), target(reading), reading.flag("production"),
                reading.flag("readOnly"), reading.flag("keepSecrets"));
    }

    private static ClusterTarget target(Reading reading) throws MalformedProfilesException {
        String kind = reading.needed("kind");
        if (kind.equals(EMBEDDED)) {
            return new ClusterTarget.Embedded(reading.path("dataDirectory"));
        }
        if (kind.equals(REMOTE)) {
            return new ClusterTarget.Remote(reading.needed("connectString"), reading.needed("namespace"),
                    reading.flag("digest"), signIn(reading), reading.path("authority"));
        }
        throw reading.wrong("kind", "embedded or remote");
    }

    private static SignIn signIn(Reading reading) throws MalformedProfilesException {
        return switch (reading.text("signIn").orElse(NOBODY)) {
            case NOBODY -> new SignIn.Nobody();
            case TOKEN -> new SignIn.Token();
            case ACCOUNT -> new SignIn.Account(reading.needed(ACCOUNT));
            default -> throw reading.wrong("signIn", "nobody, account or token");
        };
    }

    /** One connection being read. */
    private record Reading(JsonObject object, int number) {

        Optional<String> text(String member) throws MalformedProfilesException {
            JsonElement value = object.get(member);
            if (value == null || value.isJsonNull()) {
                return Optional.empty();
            }
            if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
                throw wrong(member, "a text");
            }
            return Optional.of(value.getAsString());
        }

        String needed(String member) throws MalformedProfilesException {
            return text(member).filter(value -> !value.isBlank()).orElseThrow(() -> wrong(member, "a text"));
        }

        boolean flag(String member) throws MalformedProfilesException {
            JsonElement value = object.get(member);
            if (value == null) {
                return false;
            }
            if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
                throw wrong(member, "true or false");
            }
            return value.getAsBoolean();
        }

        Optional<Path> path(String member) throws MalformedProfilesException {
            Optional<String> value = text(member).filter(text -> !text.isBlank());
            try {
                return value.map(Path::of);
            } catch (InvalidPathException malformed) {
                throw wrong(member, "a path");
            }
        }

        MalformedProfilesException wrong(String member, String right) {
            return new MalformedProfilesException(
                    "the member %s of connection %d is not %s".formatted(member, number, right));
        }
    }
}
