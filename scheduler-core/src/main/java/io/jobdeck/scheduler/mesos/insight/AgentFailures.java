package io.jobdeck.scheduler.mesos.insight;

import io.jobdeck.scheduler.mesos.endpoints.EndpointException;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.OperationException;
import java.util.List;

/** Says for people what an agent did not answer. */
final class AgentFailures {

    private AgentFailures() {
    }

    /** Returns the refusal of a question about an agent as a whole. */
    static OperationException of(EndpointException failure, String agent) {
        return switch (failure.kind()) {
            case AWAY -> OperationException.unavailable("Agent %s does not answer: %s. Check that it runs, and that no firewall is in between."
                    .formatted(agent, failure.getMessage()), failure);
            case NOT_FOUND -> OperationException.notFound("Agent %s shows no files: %s.".formatted(agent, sentence(failure)));
            case BAD_REQUEST, REFUSED, ODD -> OperationException.unavailable("Agent %s does not show its files: %s."
                    .formatted(agent, sentence(failure)), failure);
        };
    }

    /** Returns the refusal of a question about a file. */
    static OperationException ofFile(EndpointException failure, String agent, String path) {
        return switch (failure.kind()) {
            case NOT_FOUND -> OperationException.notFound(path.isEmpty()
                    ? "Agent %s has removed the sandbox.".formatted(agent)
                    : "There is no '%s' in the sandbox on agent %s; it may have been removed.".formatted(path, agent));
            case BAD_REQUEST -> OperationException.invalid(List.of(new FieldProblem("path",
                    "cannot be used so: %s.".formatted(sentence(failure)), "stdout")));
            default -> of(failure, agent);
        };
    }

    private static String sentence(EndpointException failure) {
        return failure.getMessage().replaceAll("\\.\\s*$", "");
    }
}
