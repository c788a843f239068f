package io.jobdeck.desktop.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.desktop.action.Samples;
import io.jobdeck.desktop.editor.Document;
import io.jobdeck.desktop.editor.DocumentKind;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.ExecutionType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferFileTest {

    private static final String JOB = Codecs.JOB.write(Samples.job("invoices", ExecutionType.TRANSIENT));
    private static final String APP = Codecs.APP_REST.write(Samples.app("billing_app"));

    @Test
    void whatIsWrittenIsReadAgainAppsFirst() {
        List<TransferFile.Entry> entries = List.of(entry(DocumentKind.APP, APP), entry(DocumentKind.JOB, JOB));

        assertThat(TransferFile.read(TransferFile.write(entries))).isEqualTo(entries);
    }

    @Test
    void oneDocumentAListAsRestGivesItAndBothListsAreRead() {
        assertThat(TransferFile.read(JOB)).extracting(TransferFile.Entry::name).containsExactly("invoices");
        assertThat(TransferFile.read("[" + JOB + "," + APP + "]")).extracting(TransferFile.Entry::kind)
                .containsExactly(DocumentKind.APP, DocumentKind.JOB);
        assertThat(TransferFile.read("{\"jobs\":[" + JOB + "]}")).hasSize(1);
        assertThat(TransferFile.read("[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "7", "[7]", "{\"jobs\":[7]}", "{\"apps\":[],\"jobs\":7}"})
    void anythingElseIsRefusedInASentence(String text) {
        assertThatThrownBy(() -> TransferFile.read(text)).isInstanceOf(MalformedTextException.class)
                .hasMessageEndingWith(".");
    }

    private static TransferFile.Entry entry(DocumentKind kind, String text) {
        return new TransferFile.Entry(kind, Document.parse(text).orElseThrow());
    }
}
