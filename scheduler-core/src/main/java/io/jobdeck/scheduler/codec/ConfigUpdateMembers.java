package io.jobdeck.scheduler.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.model.ConfigUpdate;
import io.jobdeck.scheduler.model.ConfigVersion;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The updates of one config, oldest first: {@code {"updates":[[before,after,by,at,[[field,before,after],...]],...]}}, with
 * null for a value that was not there.
 */
final class ConfigUpdateMembers {

    private static final int BEFORE = 0;
    private static final int AFTER = 1;
    private static final int BY = 2;
    private static final int AT = 3;
    private static final int FIELDS = 4;

    private ConfigUpdateMembers() {
    }

    static void write(JsonObject object, List<ConfigUpdate> updates) {
        JsonArray rows = new JsonArray();
        for (ConfigUpdate update : updates) {
            JsonArray row = new JsonArray();
            row.add(update.before().text());
            row.add(update.after().text());
            row.add(update.by());
            row.add(update.at().toString());
            JsonArray fields = new JsonArray();
            update.fields().forEach(field -> fields.add(row(field)));
            row.add(fields);
            rows.add(row);
        }
        object.add("updates", rows);
    }

    private static JsonArray row(ConfigUpdate.Field field) {
        JsonArray row = new JsonArray();
        row.add(field.name());
        row.add(field.before().orElse(null));
        row.add(field.after().orElse(null));
        return row;
    }

    static List<ConfigUpdate> read(Members members) {
        return members.rows("updates", "a row [before, after, by, at, fields]", ConfigUpdateMembers::update);
    }

    private static ConfigUpdate update(JsonArray row) {
        List<ConfigUpdate.Field> fields = new ArrayList<>();
        row.get(FIELDS).getAsJsonArray().forEach(field -> fields.add(field(field.getAsJsonArray())));
        return new ConfigUpdate(new ConfigVersion(row.get(BEFORE).getAsString()), new ConfigVersion(row.get(AFTER).getAsString()),
                row.get(BY).getAsString(), time(row.get(AT).getAsString()), fields);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'%s' is no time".formatted(text), e);
        }
    }

    private static ConfigUpdate.Field field(JsonArray row) {
        return new ConfigUpdate.Field(row.get(0).getAsString(), value(row, BEFORE + 1), value(row, AFTER + 1));
    }

    private static Optional<String> value(JsonArray row, int index) {
        return row.get(index).isJsonNull() ? Optional.empty() : Optional.of(row.get(index).getAsString());
    }
}
