package io.jobdeck.scheduler.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads the members of one JSON object and collects what is wrong with them instead of stopping at the first. A member
 * that is wrong reads as its stand-in.
 */
public final class Members {

    private static final int LONGEST_QUOTE = 40;
    /** Reading the digits of a number takes time that grows with their square. */
    private static final int LONGEST_NUMBER = 60;

    private final JsonObject object;
    private final Set<String> known = new HashSet<>();
    private final List<MemberProblem> problems = new ArrayList<>();

    Members(JsonObject object) {
        this.object = object;
    }

    List<MemberProblem> problems() {
        return problems;
    }

    /** Returns the text, or {@code absent}. Numbers are taken as they are written, as 2.1.5 does. */
    public String text(String name, String absent) {
        return member(name).map(element -> {
            if (element instanceof JsonPrimitive primitive && !primitive.isBoolean()) {
                return primitive.getAsString();
            }
            return wrong(name, "must be a text, is %s.".formatted(JsonText.kind(element)), absent);
        }).orElse(absent);
    }

    /** Returns the text, which must be there. */
    public String requiredText(String name) {
        require(name);
        return text(name, "");
    }

    /** Returns the flag, or {@code absent}. */
    public boolean flag(String name, boolean absent) {
        return member(name).map(element -> {
            if (element instanceof JsonPrimitive primitive && primitive.isBoolean()) {
                return primitive.getAsBoolean();
            }
            return wrong(name, "must be true or false without quotes, is %s.".formatted(quoted(element)), absent);
        }).orElse(absent);
    }

    /** Returns the whole number, or {@code absent}. */
    public int integer(String name, int absent) {
        return number(name, absent, "must be a whole number of at most nine digits, is %s.", BigDecimal::intValueExact);
    }

    /** Returns the whole number, which must not be less than {@code least}, or {@code absent}. */
    public int wholeAtLeast(String name, int least, int absent) {
        int value = integer(name, absent);
        return value == absent || value >= least ? value
                : wrong(name, "must be at least %d, is %d.".formatted(least, value), absent);
    }

    double decimal(String name, double absent) {
        return number(name, absent, "must be a number, is %s.", decimal -> {
            double value = decimal.doubleValue();
            if (Double.isInfinite(value)) {
                throw new ArithmeticException("beyond the range of a double");
            }
            return value;
        });
    }

    /** Returns the constant of that name, which must be there; {@code standIn} if it is wrong. */
    public <E extends Enum<E>> E requiredConstant(String name, Class<E> type, E standIn) {
        require(name);
        return constant(name, type, standIn);
    }

    /** Returns the constant of that name, or {@code absent}. */
    public <E extends Enum<E>> E constant(String name, Class<E> type, E absent) {
        return member(name).map(element -> {
            for (E constant : type.getEnumConstants()) {
                if (element instanceof JsonPrimitive primitive && constant.name().equals(primitive.getAsString())) {
                    return constant;
                }
            }
            String choices = String.join(", ", List.of(type.getEnumConstants()).stream().map(Enum::name).toList());
            return wrong(name, "must be one of %s, in capitals, is %s.".formatted(choices, quoted(element)), absent);
        }).orElse(absent);
    }

    JsonObject object(String name) {
        return member(name).map(element -> {
            JsonObject empty = new JsonObject();
            return element.isJsonObject() ? element.getAsJsonObject()
                    : wrong(name, "must be an object in braces, is %s.".formatted(JsonText.kind(element)), empty);
        }).orElseGet(JsonObject::new);
    }

    /** Returns what {@code parse} makes of the text, which must be there; {@code what} names what it must be. */
    public <T> T parsed(String name, String what, Function<String, T> parse, T standIn) {
        String text = requiredText(name);
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            return object.has(name) ? wrong(name, "must be %s, is '%s'.".formatted(what, shortened(text)), standIn) : standIn;
        }
    }

    /** Returns whether there is such a member, null included. */
    public boolean has(String name) {
        return object.has(name);
    }

    /** Returns the texts of a list, which must be there and hold at least one. */
    public List<String> texts(String name) {
        require(name);
        return member(name).map(element -> {
            List<String> texts = new ArrayList<>();
            if (element instanceof JsonArray array) {
                array.forEach(text -> texts.add(text instanceof JsonPrimitive primitive ? primitive.getAsString() : ""));
            }
            return texts.isEmpty() || texts.contains("") ? wrong(name, "must be a list of one or more texts.", List.<String>of())
                    : texts;
        }).orElse(List.of());
    }

    /** Returns the time, ISO-8601, if it is there. */
    public Optional<Instant> optionalInstant(String name) {
        return has(name) ? Optional.of(Codecs.instant(this, name)) : Optional.empty();
    }

    /** Returns the whole numbers of a list, none if it is absent. */
    public SortedSet<Integer> wholeNumbers(String name) {
        return member(name).<SortedSet<Integer>>map(element -> {
            SortedSet<Integer> numbers = new TreeSet<>();
            try {
                element.getAsJsonArray().forEach(number -> numbers.add(number.getAsBigDecimal().intValueExact()));
                return numbers;
            } catch (ArithmeticException | IllegalStateException | NumberFormatException | UnsupportedOperationException e) {
                return wrong(name, "must be a list of whole numbers such as [0, 2].", new TreeSet<>());
            }
        }).orElseGet(TreeSet::new);
    }

    /**
     * Returns what {@code read} makes of each array in an array that must be there; {@code what} names what each must be.
     */
    <T> List<T> rows(String name, String what, Function<JsonArray, T> read) {
        require(name);
        List<T> rows = new ArrayList<>();
        JsonArray array = member(name).map(element -> element.isJsonArray() ? element.getAsJsonArray()
                : wrong(name, "must be an array, is %s.".formatted(JsonText.kind(element)), new JsonArray()))
                .orElseGet(JsonArray::new);
        for (JsonElement row : array) {
            try {
                rows.add(read.apply(row.getAsJsonArray()));
            } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException | ClassCastException
                    | UnsupportedOperationException e) {
                return wrong(name, "must hold only %s, number %d is '%s'.".formatted(what, rows.size() + 1,
                        shortened(row.toString())), List.of());
            }
        }
        return rows;
    }

    /** Returns the texts of a list, none if it is absent. */
    List<String> textsOrNone(String name) {
        return member(name).<List<String>>map(element -> {
            List<String> texts = new ArrayList<>();
            try {
                element.getAsJsonArray().forEach(text -> texts.add(text.getAsString()));
                return texts;
            } catch (IllegalStateException | UnsupportedOperationException e) {
                return wrong(name, "must be a list of texts.", List.of());
            }
        }).orElseGet(List::of);
    }

    void require(String name) {
        if (!object.has(name)) {
            known.add(name);
            problems.add(new MemberProblem(name, "is missing."));
        }
    }

    void ignore(String name) {
        known.add(name);
    }

    /** Returns the members nobody has asked for, in their order. */
    public JsonObject rest() {
        JsonObject rest = new JsonObject();
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            if (!known.contains(member.getKey())) {
                rest.add(member.getKey(), member.getValue());
            }
        }
        return rest;
    }

    private <N> N number(String name, N absent, String message, Function<BigDecimal, N> convert) {
        return member(name).map(element -> {
            try {
                if (element instanceof JsonPrimitive primitive && !primitive.isBoolean()
                        && primitive.getAsString().length() <= LONGEST_NUMBER) {
                    return convert.apply(new BigDecimal(primitive.getAsString().strip()));
                }
                return wrong(name, message.formatted(quoted(element)), absent);
            } catch (ArithmeticException | NumberFormatException e) {
                return wrong(name, message.formatted(quoted(element)), absent);
            }
        }).orElse(absent);
    }

    private Optional<JsonElement> member(String name) {
        known.add(name);
        JsonElement element = object.get(name);
        if (element != null && element.isJsonNull()) {
            problems.add(new MemberProblem(name, "must not be null."));
            return Optional.empty();
        }
        return Optional.ofNullable(element);
    }

    private <T> T wrong(String name, String message, T standIn) {
        problems.add(new MemberProblem(name, message));
        return standIn;
    }

    private static String quoted(JsonElement element) {
        return element.isJsonPrimitive() ? shortened(element.toString()) : JsonText.kind(element);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }
}
