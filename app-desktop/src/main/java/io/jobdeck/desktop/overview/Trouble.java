package io.jobdeck.desktop.overview;

import io.jobdeck.desktop.action.ActionFace;
import io.jobdeck.desktop.table.Mark;
import java.util.Optional;

/** Kinds of things that need attention, in the order in which somebody should look at them. */
public enum Trouble {
    /** Nobody leads, so nothing is fired or launched. */
    NO_LEADER(Mark.Tone.BAD, Help.NONE),
    /** The leader has no Mesos master, so what is due waits. */
    NO_MESOS(Mark.Tone.BAD, Help.READY_QUEUE),
    INVALID(Mark.Tone.BAD, Help.of(ActionFace.JOB_UPDATE)),
    UNREACHABLE(Mark.Tone.WARNING, Help.TASKS),
    STUCK(Mark.Tone.WARNING, Help.TASKS),
    /** Items failed as often as they may; triggering the job gives them another chance. */
    GIVEN_UP(Mark.Tone.BAD, Help.of(ActionFace.JOB_TRIGGER)),
    FAILING(Mark.Tone.BAD, Help.of(ActionFace.JOB_TRIGGER)),
    BACKLOGGED(Mark.Tone.WARNING, Help.READY_QUEUE),
    /** What is due finds no agent with room for it. */
    RESOURCES(Mark.Tone.ACTIVE, Help.READY_QUEUE),
    /** What is due waits for something else. */
    WAITING(Mark.Tone.ACTIVE, Help.READY_QUEUE),
    /** An app is disabled and runs of its jobs wait. */
    DISABLED_APP(Mark.Tone.QUIET, Help.of(ActionFace.APP_ENABLE)),
    NEVER_SCHEDULED(Mark.Tone.WARNING, Help.of(ActionFace.JOB_UPDATE));

    private final Mark.Tone tone;
    private final Help help;

    Trouble(Mark.Tone tone, Help help) {
        this.tone = tone;
        this.help = help;
    }

    /** Returns how it looks. */
    public Mark mark() {
        return new Mark(tone, "overview.trouble." + name());
    }

    /** Returns what helps. */
    public Help help() {
        return help;
    }

    /**
     * What a person does about it: an action on the job or app, or a look at where it shows.
     *
     * @param action the action, if there is one that helps
     * @param view id of the view to look at; empty for none
     */
    public record Help(Optional<ActionFace> action, String view) {

        static final Help NONE = new Help(Optional.empty(), "");
        static final Help TASKS = new Help(Optional.empty(), "tasks");
        static final Help READY_QUEUE = new Help(Optional.empty(), "queues");

        static Help of(ActionFace face) {
            return new Help(Optional.of(face), "");
        }
    }
}
