package io.jobdeck.scheduler.rest.v2;

import io.javalin.http.HandlerType;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One call that can be made: what it takes and gives, as the OpenAPI document tells and as the server checks, and what
 * handles it.
 *
 * @param method HTTP method
 * @param path below {@code /api/v2}, with parameters in braces
 * @param access who may call it
 * @param id name of the operation in the document
 * @param tag heading it stands under in the document
 * @param summary one line
 * @param description more about it, often empty
 * @param query its query parameters; others are refused
 * @param body its body, if it takes one
 * @param headers those it reads, by their names among the parameters of the document
 * @param answers what it answers when all is well, by status
 * @param refusals statuses with which it may refuse, besides those that every call may have
 * @param handler does it
 */
record Route(HandlerType method, String path, RouteAccess access, String id, String tag, String summary,
        String description, List<QueryParameter> query, Optional<Body> body, List<String> headers,
        SortedMap<Integer, Answer> answers, List<Integer> refusals, Consumer<Call> handler) {

    Route {
        query = List.copyOf(query);
        headers = List.copyOf(headers);
        refusals = List.copyOf(refusals);
    }

    /**
     * What a call takes.
     *
     * @param schema its name in the document
     * @param required whether an empty body is refused
     */
    record Body(String schema, boolean required) { }

    /**
     * What a call gives.
     *
     * @param text one line about it
     * @param mediaType empty for no body
     * @param schema its name in the document; empty for no body
     * @param headers names of the headers that come with it
     */
    record Answer(String text, String mediaType, String schema, List<String> headers) { }

    static Builder get(String path) {
        return new Builder(HandlerType.GET, path).access(RouteAccess.VIEWER);
    }

    static Builder post(String path) {
        return new Builder(HandlerType.POST, path);
    }

    static Builder put(String path) {
        return new Builder(HandlerType.PUT, path);
    }

    static Builder delete(String path) {
        return new Builder(HandlerType.DELETE, path);
    }

    /** Says one thing after the other about a route. */
    static final class Builder {

        private static final String JSON = "application/json";

        private final HandlerType method;
        private final String path;
        private final List<QueryParameter> query = new ArrayList<>();
        private final List<String> headers = new ArrayList<>();
        private final SortedMap<Integer, Answer> answers = new TreeMap<>();
        private final List<Integer> refusals = new ArrayList<>();
        private RouteAccess access;
        private String id;
        private String tag;
        private String summary;
        private String description = "";
        private Optional<Body> body = Optional.empty();

        private Builder(HandlerType method, String path) {
            this.method = method;
            this.path = path;
        }

        Builder access(RouteAccess who) {
            access = who;
            return this;
        }

        Builder names(String operationId, String heading, String oneLine) {
            id = operationId;
            tag = heading;
            summary = oneLine;
            return this;
        }

        Builder description(String text) {
            description = text;
            return this;
        }

        Builder takes(QueryParameter... parameters) {
            query.addAll(List.of(parameters));
            return this;
        }

        Builder body(String schema) {
            body = Optional.of(new Body(schema, true));
            return this;
        }

        Builder optionalBody(String schema) {
            body = Optional.of(new Body(schema, false));
            return this;
        }

        Builder ifMatch() {
            headers.add("IfMatch");
            return this;
        }

        Builder resumable() {
            headers.add("LastEventId");
            return this;
        }

        Builder answers(int status, String schema, String text, String... headers) {
            return answersWith(status, JSON, schema, text, headers);
        }

        Builder answersWith(int status, String mediaType, String schema, String text, String... headers) {
            answers.put(status, new Answer(text, mediaType, schema, List.of(headers)));
            return this;
        }

        Builder answersNothing(int status, String text, String... headers) {
            return answersWith(status, "", "", text, headers);
        }

        Builder refuses(Integer... statuses) {
            refusals.addAll(List.of(statuses));
            return this;
        }

        Route handledBy(Consumer<Call> handler) {
            return new Route(method, path, Objects.requireNonNull(access, path), Objects.requireNonNull(id, path), tag,
                    summary, description, query, body, headers, answers, refusals, handler);
        }
    }
}
