package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * One page of a list that is in the order of its keys. The next page begins after the last key of this one, so entries
 * that come and go meanwhile neither repeat others nor hide them.
 */
final class Page {

    static final QueryParameter LIMIT = QueryParameter.whole("limit", "Most entries to return.", "100", 1, 1000,
            OptionalInt.of(100));
    static final QueryParameter AFTER = QueryParameter.text("after",
            "Returns what follows this key: the member next of the page before.", "daily-report");

    private Page() {
    }

    /** Answers with the page of {@code sorted} that the call asks for; only its entries are written. */
    static <T> void answer(Call call, List<T> sorted, Function<T, String> key, Function<List<T>, List<JsonObject>> write) {
        answer(call, sorted, key, write, new JsonObject());
    }

    /** The same, with the members of {@code answer} before its own. */
    static <T> void answer(Call call, List<T> sorted, Function<T, String> key, Function<List<T>, List<JsonObject>> write,
            JsonObject answer) {
        int limit = call.whole(LIMIT).orElseThrow();
        Optional<String> after = call.text(AFTER);
        List<T> following = after.isEmpty() ? sorted
                : sorted.stream().filter(entry -> key.apply(entry).compareTo(after.get()) > 0).toList();
        List<T> page = following.subList(0, Math.min(limit, following.size()));
        JsonArray items = new JsonArray(page.size());
        write.apply(page).forEach(items::add);
        answer.add("items", items);
        answer.addProperty("total", sorted.size());
        if (page.size() < following.size()) {
            answer.addProperty("next", key.apply(page.get(page.size() - 1)));
        }
        call.ok(JsonText.write(answer));
    }

    /** Answers with the page of {@code sorted} that the call asks for. */
    static <T> void answerEach(Call call, List<T> sorted, Function<T, String> key, Function<T, JsonObject> write) {
        answer(call, sorted, key, page -> page.stream().map(write).toList());
    }
}
