package io.jobdeck.desktop.action;

/** On how many things an action can be done at once. */
public enum Reach {
    /** It is on nothing that is selected. */
    NOTHING,
    ONE,
    MANY
}
