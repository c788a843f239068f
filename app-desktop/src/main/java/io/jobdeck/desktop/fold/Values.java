package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.codec.Codec;
import java.util.Map;
import java.util.Optional;

/** What nodes say, for those who keep it. */
final class Values {

    private Values() {
    }

    /** Keeps the value under the key, or drops what is kept there. */
    static <K, V> void set(Map<K, V> map, K key, Optional<V> value) {
        if (value.isPresent()) {
            map.put(key, value.get());
        } else {
            map.remove(key);
        }
    }

    /** Reads the text of a node; what cannot be read is as if it were not there. */
    static <T> Optional<T> read(Codec<T> codec, Optional<String> text) {
        return text.flatMap(value -> Stored.of(codec, value).value());
    }

    /** A 2.1.5 scheduler reads an entry that is no number as an error; here it still stands for one run. */
    static int count(String text) {
        try {
            return Math.max(1, Integer.parseInt(text.strip()));
        } catch (NumberFormatException malformed) {
            return 1;
        }
    }
}
