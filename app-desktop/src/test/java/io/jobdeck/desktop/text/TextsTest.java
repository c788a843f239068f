package io.jobdeck.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Texts texts = new Texts(Language.ENGLISH);

    @Test
    void boundTextFollowsTheLanguageAtOnce() {
        SimpleStringProperty label = new SimpleStringProperty();
        label.bind(texts.bind("job.disable"));
        assertThat(label.get()).isEqualTo("Disable…");

        texts.setLanguage(Language.SIMPLIFIED_CHINESE);

        assertThat(label.get()).isEqualTo("禁用…");
    }

    @Test
    void unknownKeyIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> texts.get("no.such.key"))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("no.such.key");
    }

    @Test
    void fxmlSeesTheLanguageChosenNow() {
        texts.setLanguage(Language.SIMPLIFIED_CHINESE);

        assertThat(texts.resources().getString("job.disable")).isEqualTo("禁用…");
        assertThat(texts.resources().containsKey("no.such.key")).isFalse();
    }

    @Test
    void languageIsFoundByTagAndByWhatTheSystemSpeaks() {
        assertThat(Language.ofTag("zh-CN")).contains(Language.SIMPLIFIED_CHINESE);
        assertThat(Language.ofTag("xx")).isEmpty();
        assertThat(Language.suiting(Locale.CHINA)).isEqualTo(Language.SIMPLIFIED_CHINESE);
        assertThat(Language.suiting(Locale.GERMANY)).isEqualTo(Language.ENGLISH);
    }
}
