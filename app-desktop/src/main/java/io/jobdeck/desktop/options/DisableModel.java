package io.jobdeck.desktop.options;

import io.jobdeck.desktop.form.FormModel;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.DisableOptions;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** The form of how jobs or apps are to be disabled. Interface thread only; needs no window. */
public final class DisableModel extends FormModel {

    public static final String KEEP_BACKLOG = "keepBacklog";
    public static final String LENGTH = "length";
    public static final String UNTIL = "until";

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Subject subject;
    private final Clock clock;
    private final Texts texts;
    private final Consumer<DisableOptions> onChosen;
    private final BooleanProperty keepBacklog;
    private final ObjectProperty<DisableFor> length;
    private final StringProperty until;

    /**
     * What is to be disabled.
     *
     * @param title what is about to be done
     * @param verb what the button that does it is called
     * @param now moves on with what the consequences are read from
     * @param consequences what will happen, in numbers of the moment, if the backlog is kept or not
     */
    public record Subject(String title, String verb, ObservableValue<Instant> now, Consequence consequences) {

        public Subject {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(verb, "verb");
            Objects.requireNonNull(now, "now");
            Objects.requireNonNull(consequences, "consequences");
        }
    }

    /** Says what will happen. */
    @FunctionalInterface
    public interface Consequence {
        String of(boolean keepBacklog);
    }

    /**
     * @param clock tells the time, and the zone in which a person writes times
     * @param onChosen hears what was chosen, at once
     */
    public DisableModel(Subject subject, Clock clock, Texts texts, Consumer<DisableOptions> onChosen) {
        this.subject = subject;
        this.clock = clock;
        this.texts = texts;
        this.onChosen = onChosen;
        keepBacklog = flag(KEEP_BACKLOG, true);
        length = choice(LENGTH, DisableFor.GOOD);
        until = text(UNTIL, FORM.format(tomorrowMorning()));
    }

    private LocalDateTime tomorrowMorning() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.DAYS).plusDays(1).plusHours(8);
    }

    @Override
    protected List<FieldProblem> check() {
        boolean fine = length.get() != DisableFor.UNTIL || time().filter(inFuture()).isPresent();
        return fine ? List.of() : List.of(new FieldProblem(UNTIL, texts.get(time().isEmpty()
                ? "form.disable.until-problem" : "form.disable.until-past"), FORM.format(tomorrowMorning())));
    }

    private Predicate<Instant> inFuture() {
        return time -> time.isAfter(clock.instant());
    }

    private Optional<Instant> time() {
        try {
            return Optional.of(LocalDateTime.parse(until.get().strip(), FORM).atZone(clock.getZone()).toInstant());
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public boolean shows(String field) {
        return !field.equals(UNTIL) || length.get() == DisableFor.UNTIL;
    }

    @Override
    protected void send() {
        succeed();
        onChosen.accept(options());
    }

    private DisableOptions options() {
        Optional<Duration> lasting = length.get().length();
        Optional<Instant> end = length.get() == DisableFor.UNTIL ? time() : lasting.map(clock.instant()::plus);
        return new DisableOptions(keepBacklog.get(), end);
    }

    /** Returns what is to be disabled. */
    public Subject subject() {
        return subject;
    }

    /** Returns what will happen, in numbers; follows the cluster and what is chosen for as long as it is held. */
    public StringBinding consequences() {
        return Bindings.createStringBinding(() -> subject.consequences().of(keepBacklog.get()), keepBacklog, subject.now());
    }

    public BooleanProperty keepBacklogProperty() {
        return keepBacklog;
    }

    public ObjectProperty<DisableFor> lengthProperty() {
        return length;
    }

    /** Returns the time until when, as a person writes it. */
    public StringProperty untilProperty() {
        return until;
    }
}
