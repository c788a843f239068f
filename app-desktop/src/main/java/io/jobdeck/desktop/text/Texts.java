package io.jobdeck.desktop.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * The texts of the console in the language chosen now. Texts are patterns of {@link MessageFormat}. Reading is safe on
 * any thread; {@link #setLanguage} is for the interface thread, as it changes what is shown.
 */
public final class Texts {

    private final Map<Language, Properties> bundles;
    private final ReadOnlyObjectWrapper<Language> language;

    /** Reads all languages. */
    public Texts(Language initial) {
        bundles = new EnumMap<>(Language.class);
        for (Language each : Language.values()) {
            bundles.put(each, load(each));
        }
        language = new ReadOnlyObjectWrapper<>(this, "language", initial);
    }

    private static Properties load(Language language) {
        String name = "texts" + language.bundleSuffix() + ".properties";
        Properties texts = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new MissingResourceException("The texts are missing in the program: " + name, name, "");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The texts in the program cannot be read: " + name, e);
        }
        return texts;
    }

    /** Returns the language chosen now; everything made by {@link #bind} follows it. */
    public ReadOnlyObjectProperty<Language> languageProperty() {
        return language.getReadOnlyProperty();
    }

    public Language language() {
        return language.get();
    }

    /** Returns the locale by which numbers and dates are formatted now. */
    public Locale locale() {
        return language().locale();
    }

    /** Switches at once. */
    public void setLanguage(Language chosen) {
        language.set(chosen);
    }

    /**
     * Returns the text of the key with the arguments put in.
     *
     * @throws MissingResourceException if there is no such key
     */
    public String get(String key, Object... args) {
        return new MessageFormat(pattern(key), locale()).format(args);
    }

    /**
     * Returns the text of the key in every language, without arguments, the language chosen first.
     *
     * @throws MissingResourceException if there is no such key
     */
    public List<String> everywhere(String key) {
        return Stream.concat(Stream.of(pattern(key)),
                bundles.values().stream().map(texts -> texts.getProperty(key))).distinct().toList();
    }

    /**
     * Returns a text that follows the language, and those of its arguments that are observable.
     *
     * @throws MissingResourceException if there is no such key
     */
    public StringBinding bind(String key, Object... args) {
        pattern(key);
        Observable[] dependencies = Stream.concat(
                Stream.of(language),
                Arrays.stream(args).filter(Observable.class::isInstance).map(Observable.class::cast))
                .toArray(Observable[]::new);
        return Bindings.createStringBinding(() -> get(key, current(args)), dependencies);
    }

    private static Object[] current(Object[] args) {
        return Arrays.stream(args)
                .map(arg -> arg instanceof ObservableValue<?> observable ? observable.getValue() : arg)
                .toArray();
    }

    /** Returns the texts as FXML wants them: in the language chosen now, without arguments. */
    public ResourceBundle resources() {
        return new CurrentTexts();
    }

    private String pattern(String key) {
        String pattern = bundles.get(language()).getProperty(key);
        if (pattern == null) {
            throw new MissingResourceException("No text has the key " + key, Texts.class.getName(), key);
        }
        return pattern;
    }

    private final class CurrentTexts extends ResourceBundle {

        @Override
        protected Object handleGetObject(String key) {
            return bundles.get(language()).containsKey(key) ? get(key) : null;
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(bundles.get(language()).stringPropertyNames());
        }
    }
}
