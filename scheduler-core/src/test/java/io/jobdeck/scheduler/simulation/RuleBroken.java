package io.jobdeck.scheduler.simulation;

/** The simulated world has seen something that must never be. */
final class RuleBroken extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final String rule;

    RuleBroken(String rule, Object... values) {
        super(rule.formatted(values));
        this.rule = rule;
    }

    /** Returns the rule that was broken, whoever broke it. */
    String rule() {
        return rule;
    }
}
