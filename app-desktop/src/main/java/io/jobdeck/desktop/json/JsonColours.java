package io.jobdeck.desktop.json;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Style classes for the pieces of a JSON text. Pure. */
final class JsonColours {

    private static final String FAULT = "json-fault";

    private JsonColours() {
    }

    /** Returns the styles of a text of that length, which is at least 1. */
    static StyleSpans<Collection<String>> of(JsonScan scan, int length) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        Optional<JsonFault> fault = scan.fault();
        int at = 0;
        for (JsonToken token : scan.tokens()) {
            spans.add(List.of(), token.start() - at);
            boolean faulty = fault.filter(found -> found.offset() == token.start()).isPresent();
            spans.add(faulty ? List.of(style(token), FAULT) : List.of(style(token)), token.end() - token.start());
            at = token.end();
        }
        spans.add(List.of(), length - at);
        return spans.create();
    }

    private static String style(JsonToken token) {
        return "json-" + token.kind().name().toLowerCase(Locale.ROOT);
    }
}
