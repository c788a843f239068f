package io.jobdeck.desktop.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language the console speaks. */
public enum Language {

    ENGLISH(Locale.ENGLISH, "English", ""),
    SIMPLIFIED_CHINESE(Locale.SIMPLIFIED_CHINESE, "简体中文", "_zh_CN");

    private final Locale locale;
    private final String ownName;
    private final String bundleSuffix;

    Language(Locale locale, String ownName, String bundleSuffix) {
        this.locale = locale;
        this.ownName = ownName;
        this.bundleSuffix = bundleSuffix;
    }

    /** Returns the locale by which numbers and dates are formatted. */
    public Locale locale() {
        return locale;
    }

    /** Returns its name in itself, for the menu in which it is chosen. */
    public String ownName() {
        return ownName;
    }

    /** Returns its tag as it is remembered, such as {@code zh-CN}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** Returns the language of a remembered tag, if there is one of that tag. */
    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
    }

    /** Returns the language that suits the locale, English if none does. */
    public static Language suiting(Locale locale) {
        return Arrays.stream(values())
                .filter(language -> language.locale.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    String bundleSuffix() {
        return bundleSuffix;
    }
}
