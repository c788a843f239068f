package io.jobdeck.scheduler.rest.v2;

import io.javalin.http.Context;
import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.insight.FileDownload;
import io.jobdeck.scheduler.insight.FilePart;
import io.jobdeck.scheduler.insight.InsightJson;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.rest.http.Headers;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import java.util.List;
import java.util.OptionalInt;

/** The files of tasks' sandboxes. They may hold what is secret, so to see them takes more than to see the task. */
final class FileRoutes {

    private static final String TAG = "Files";
    private static final String BYTES = "application/octet-stream";
    private static final QueryParameter DIRECTORY = QueryParameter.text("path",
            "A directory within the sandbox; without it the sandbox itself.", "logs");
    private static final QueryParameter FILE = QueryParameter.text("path", "A file within the sandbox; it must be given.", "stdout");
    private static final QueryParameter OFFSET = QueryParameter.position("offset",
            "From which byte on; without it, the end of the file.", "0");
    private static final QueryParameter LENGTH = QueryParameter.whole("length", "Most bytes to return.", "65536", 1,
            ClusterInsight.LONGEST_READ, OptionalInt.of(65_536));

    private final ClusterInsight insight;

    FileRoutes(ClusterInsight insight) {
        this.insight = insight;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/tasks/{task}/files").access(RouteAccess.OPERATOR).names("listFiles", TAG,
                        "Lists a directory of a task's sandbox")
                        .description("The task may have ended; its sandbox stays for as long as the agent keeps it.")
                        .takes(DIRECTORY).answers(200, "Files", "Its files").refuses(404, 409).handledBy(this::list),
                Route.get("/tasks/{task}/files/content").access(RouteAccess.OPERATOR).names("readFile", TAG,
                        "Reads a part of a file of a task's sandbox")
                        .description("File-Offset tells where the bytes begin, File-Size how long the file is, File-Binary whether"
                                + " they are something else than text in UTF-8.")
                        .takes(FILE, OFFSET, LENGTH)
                        .answersWith(200, BYTES, "Bytes", "The bytes", Headers.FILE_OFFSET, Headers.FILE_SIZE, Headers.FILE_BINARY)
                        .refuses(404, 409).handledBy(this::read),
                Route.get("/tasks/{task}/files/download").access(RouteAccess.OPERATOR).names("downloadFile", TAG,
                        "Sends a whole file of a task's sandbox")
                        .takes(FILE).answersWith(200, BYTES, "Bytes", "The file").refuses(404, 409).handledBy(this::download));
    }

    private void list(Call call) {
        call.ok(InsightJson.write(insight.files(task(call), call.text(DIRECTORY).orElse(""))));
    }

    private void read(Call call) {
        FilePart part = insight.read(task(call), file(call), call.position(OFFSET), call.whole(LENGTH).orElseThrow());
        Context context = call.context();
        context.header(Headers.FILE_OFFSET, Long.toString(part.offset()));
        context.header(Headers.FILE_SIZE, Long.toString(part.size()));
        context.header(Headers.FILE_BINARY, Boolean.toString(part.isBinary()));
        context.header("X-Content-Type-Options", "nosniff");
        context.contentType(BYTES).result(part.bytes());
    }

    private void download(Call call) {
        FileDownload file = insight.download(task(call), file(call));
        Context context = call.context();
        file.size().ifPresent(size -> context.res().setContentLengthLong(size));
        context.header("Content-Disposition", "attachment; filename=\"%s\"".formatted(file.name().replaceAll("[^\\w.@ -]", "_")));
        context.header("X-Content-Type-Options", "nosniff");
        context.contentType(BYTES).result(file.bytes());
    }

    private static String file(Call call) {
        return call.text(FILE).orElseThrow(() -> Call.wrong(FILE, "must name a file."));
    }

    private static TaskId task(Call call) {
        try {
            return TaskId.parse(call.path("task"));
        } catch (IllegalArgumentException e) {
            throw OperationException.notFound("'%s' is no id of a task.".formatted(call.path("task")));
        }
    }
}
