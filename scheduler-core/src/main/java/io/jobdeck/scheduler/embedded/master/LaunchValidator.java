package io.jobdeck.scheduler.embedded.master;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.mesos.v1.Protos.CommandInfo;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.TaskInfo;

/** Decides whether a task may be launched. Problems are told in the words of Mesos. */
final class LaunchValidator {

    private static final int LONGEST_ID = 255;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("(?m)^(\\s*value: -?\\d+)\\.0$");
    private static final String RULE = "------------------------------------------------------------\n";

    /**
     * Returns why a task may not be launched.
     *
     * @param task the task, with its resources allocated and its executor completed
     * @param available what is left of the offers
     */
    Optional<String> problem(TaskInfo task, Framework framework, Agent agent, String role, ResourceSet available) {
        return Stream.<Function<TaskInfo, Optional<String>>>of(
                        it -> idProblem(it.getTaskId().getValue()),
                        it -> duplicateProblem(it, framework),
                        it -> agentProblem(it, agent),
                        LaunchValidator::payloadProblem,
                        it -> resourcesProblem(it),
                        it -> it.hasExecutor() ? executorProblem(it.getExecutor(), framework, agent) : Optional.empty(),
                        it -> amountProblem(it, framework, agent, role, available))
                .flatMap(check -> check.apply(task).stream())
                .findFirst();
    }

    private static Optional<String> idProblem(String id) {
        if (id.isEmpty()) {
            return Optional.of("ID must not be empty");
        }
        if (id.length() > LONGEST_ID) {
            return Optional.of("ID must not be greater than 255 characters");
        }
        if (id.equals(".") || id.equals("..")) {
            return Optional.of("'" + id + "' is disallowed");
        }
        boolean invalid = id.chars().anyMatch(c -> Character.isISOControl(c) || c == '/' || c == '\\');
        return invalid ? Optional.of("'" + id + "' contains invalid characters") : Optional.empty();
    }

    private static Optional<String> duplicateProblem(TaskInfo task, Framework framework) {
        String id = task.getTaskId().getValue();
        return framework.task(id).map(same -> "Task has duplicate ID: " + id);
    }

    private static Optional<String> agentProblem(TaskInfo task, Agent agent) {
        return task.getAgentId().equals(agent.id()) ? Optional.empty()
                : Optional.of("Task uses invalid agent " + task.getAgentId().getValue() + " while agent "
                        + agent.id().getValue() + " is expected");
    }

    private static Optional<String> payloadProblem(TaskInfo task) {
        return task.hasExecutor() != task.hasCommand() ? Optional.empty()
                : Optional.of("Task should have at least one (but not both) of CommandInfo or ExecutorInfo present");
    }

    private static Optional<String> resourcesProblem(TaskInfo task) {
        return Stream.concat(task.getResourcesList().stream(), task.getExecutor().getResourcesList().stream())
                .filter(resource -> resource.hasScalar() && !(resource.getScalar().getValue() >= 0))
                .findFirst()
                .map(resource -> "Task uses invalid resources: Invalid scalar resource: value < 0: "
                        + resource.getName() + ":" + resource.getScalar().getValue());
    }

    private static Optional<String> executorProblem(ExecutorInfo executor, Framework framework, Agent agent) {
        Optional<String> idProblem = idProblem(executor.getExecutorId().getValue());
        if (idProblem.isPresent()) {
            return idProblem;
        }
        if (!executor.getFrameworkId().equals(framework.id())) {
            return Optional.of("ExecutorInfo has an invalid FrameworkID (Actual: "
                    + executor.getFrameworkId().getValue() + " vs Expected: " + framework.name() + ")");
        }
        return agent.executor(framework.name(), executor.getExecutorId().getValue())
                .filter(existing -> !normal(existing).equals(normal(executor)))
                .map(existing -> "ExecutorInfo is not compatible with existing ExecutorInfo with same ExecutorID.\n"
                        + RULE + "Existing ExecutorInfo:\n" + text(existing) + "\n"
                        + RULE + "ExecutorInfo:\n" + text(executor) + "\n" + RULE);
    }

    private static Optional<String> amountProblem(
            TaskInfo task, Framework framework, Agent agent, String role, ResourceSet available) {
        ResourceSet own = ResourceSet.of(task.getResourcesList());
        if (own.isEmpty()) {
            return Optional.of("Task uses no resources");
        }
        ResourceSet needed = own.plus(newExecutorResources(task, framework, agent));
        return available.contains(needed) ? Optional.empty()
                : Optional.of("Total resources " + needed.describe(role)
                        + " required by task and its executor is more than available " + available.describe(role));
    }

    /** Returns what the executor takes if this task starts it, else nothing. */
    static ResourceSet newExecutorResources(TaskInfo task, Framework framework, Agent agent) {
        boolean starts = task.hasExecutor()
                && agent.executor(framework.name(), task.getExecutor().getExecutorId().getValue()).isEmpty();
        return starts ? ResourceSet.of(task.getExecutor().getResourcesList()) : ResourceSet.EMPTY;
    }

    /** Resources, URIs and environment variables may be listed in any order. */
    private static ExecutorInfo normal(ExecutorInfo executor) {
        CommandInfo.Builder command = executor.getCommand().toBuilder();
        command.clearUris().addAllUris(sorted(executor.getCommand().getUrisList()));
        command.getEnvironmentBuilder().clearVariables()
                .addAllVariables(sorted(executor.getCommand().getEnvironment().getVariablesList()));
        return executor.toBuilder().setCommand(command)
                .clearResources().addAllResources(sorted(executor.getResourcesList()))
                .build();
    }

    private static <M extends Message> List<M> sorted(List<M> messages) {
        List<M> copy = new ArrayList<>(messages);
        copy.sort(Comparator.comparing(Message::toString));
        return copy;
    }

    private static String text(ExecutorInfo executor) {
        return WHOLE_NUMBER.matcher(executor.toString()).replaceAll("$1");
    }
}
