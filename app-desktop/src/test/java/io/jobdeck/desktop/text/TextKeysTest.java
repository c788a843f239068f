package io.jobdeck.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The bundles and their users agree. A key counts as used if it stands as a literal in the code or as {@code %key} in
 * FXML, or if the code has a literal that ends with a dot and is the key's beginning (a key put together from a state).
 */
class TextKeysTest {

    private static final Path BUNDLES = Path.of("src/main/resources/io/jobdeck/desktop/text");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ASKED = Pattern.compile("texts\\.(?:get|bind)\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern IN_FXML = Pattern.compile("\"%([^\"]+)\"");

    private final Properties english = read("texts.properties");
    private final Properties chinese = read("texts_zh_CN.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(chinese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @Test
    void noTextHasAStraightApostropheWhichWouldQuoteItsArguments() {
        for (Properties texts : List.of(english, chinese)) {
            texts.forEach((key, text) -> assertThat((String) text).as((String) key).isNotBlank().doesNotContain("'"));
        }
    }

    @Test
    void keysAreSorted() throws IOException {
        for (String bundle : List.of("texts.properties", "texts_zh_CN.properties")) {
            List<String> keys = Files.readAllLines(BUNDLES.resolve(bundle)).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(bundle).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void everyKeyThatIsAskedForExists() {
        Set<String> asked = new TreeSet<>(found(ASKED, ".java"));
        asked.addAll(found(IN_FXML, ".fxml"));

        assertThat(english.stringPropertyNames()).containsAll(asked.stream().filter(key -> !key.endsWith(".")).toList());
    }

    @Test
    void noKeyIsUnused() {
        Set<String> literals = found(LITERAL, ".java");
        Set<String> inFxml = found(IN_FXML, ".fxml");
        Set<String> beginnings = literals.stream().filter(text -> text.endsWith(".") && text.length() > 1)
                .collect(Collectors.toSet());

        assertThat(english.stringPropertyNames()).allSatisfy(key -> assertThat(
                literals.contains(key) || inFxml.contains(key) || beginnings.stream().anyMatch(key::startsWith))
                .as(key + " is used")
                .isTrue());
    }

    private static Set<String> arguments(String pattern) {
        Set<String> numbers = new TreeSet<>();
        for (int i = 0; i < new MessageFormat(pattern).getFormatsByArgumentIndex().length; i++) {
            if (pattern.contains("{" + i)) {
                numbers.add(String.valueOf(i));
            }
        }
        return numbers;
    }

    private static Set<String> found(Pattern pattern, String ending) {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> pattern.matcher(content(file)).results().map(result -> result.group(1)))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(String bundle) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
