package io.jobdeck.scheduler.rest.v2;

import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tasks in flight: the running queue. */
final class TaskRoutes {

    private static final String TAG = "Tasks";
    private static final QueryParameter JOB = QueryParameter.text("job", "Only tasks of this job.", "daily-report");
    private static final QueryParameter APP = QueryParameter.text("app", "Only tasks of this app.", "billing");
    private static final QueryParameter AGENT = QueryParameter.text("agent", "Only tasks on this agent, by its id or host name.",
            "2ab5c1f0-S1");
    private static final QueryParameter STATE = QueryParameter.words("state", "Only tasks in one of these states.",
            Stream.of(TaskState.values()).filter(state -> !state.isTerminal()).map(Enum::name).toList());

    private final SchedulerOperations operations;
    private final LiveNodes nodes;

    TaskRoutes(SchedulerOperations operations, LiveNodes nodes) {
        this.operations = operations;
        this.nodes = nodes;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/tasks").names("listTasks", TAG, "Lists the tasks in flight by their ids")
                        .takes(JOB, APP, AGENT, STATE, Page.LIMIT, Page.AFTER)
                        .answers(200, "TaskPage", "A page of tasks").handledBy(this::list),
                Route.get("/tasks/{task}").names("getTask", TAG, "Shows a task in flight")
                        .answers(200, "Task", "The task").refuses(404).handledBy(this::show),
                Route.post("/tasks/{task}/kill").access(RouteAccess.OPERATOR).names("killTask", TAG, "Kills a task")
                        .description("A daemon's item is launched again, another is not.")
                        .answersNothing(202, "It is being killed").refuses(404, 409).handledBy(this::kill));
    }

    private void list(Call call) {
        Optional<String> job = call.text(JOB);
        Optional<String> app = call.text(APP);
        Optional<String> agent = call.text(AGENT);
        List<TaskState> states = call.words(STATE, TaskState.class);
        List<JobFacts.Task> tasks = JobFacts.ofEach(nodes, name -> job.isEmpty() || job.get().equals(name)).values().stream()
                .flatMap(facts -> facts.tasks().stream())
                .filter(task -> app.isEmpty() || task.record().filter(record -> record.appName().equals(app.get())).isPresent())
                .filter(task -> agent.isEmpty() || isOn(task, agent.get()))
                .filter(task -> states.isEmpty() || task.record().filter(record -> states.contains(record.state())).isPresent())
                .sorted((one, other) -> one.id().toString().compareTo(other.id().toString()))
                .toList();
        Page.answerEach(call, tasks, task -> task.id().toString(), JobJson::task);
    }

    private static boolean isOn(JobFacts.Task task, String agent) {
        return task.id().agentId().equals(agent)
                || task.record().filter(record -> record.agentHost().equals(agent)).isPresent();
    }

    private void show(Call call) {
        TaskId id = id(call);
        call.ok(JobFacts.of(nodes, id.jobName()).tasks().stream().filter(task -> task.id().equals(id)).findFirst()
                .map(JobJson::task).orElseThrow(() -> unknown(call)));
    }

    private void kill(Call call) {
        operations.killTask(id(call), call.caller());
        call.accepted();
    }

    private static TaskId id(Call call) {
        try {
            return TaskId.parse(call.path("task"));
        } catch (IllegalArgumentException e) {
            throw unknown(call);
        }
    }

    private static OperationException unknown(Call call) {
        return OperationException.notFound("There is no task '%s' in flight. Look for it in the list of tasks; it may have ended."
                .formatted(call.path("task")));
    }
}
