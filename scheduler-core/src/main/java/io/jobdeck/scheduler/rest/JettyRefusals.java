package io.jobdeck.scheduler.rest;

import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.rest.http.HttpProblem;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that Jetty refuses before they get to a route, when it often cannot tell which one they were for. */
final class JettyRefusals extends ErrorHandler {

    @Override
    protected void generateResponse(Request request, Response response, int code, String message, Throwable cause,
            Callback callback) {
        HttpProblem problem = new HttpProblem(code, "%s: this is no request as HTTP has them. Check how its path and headers are written."
                .formatted(HttpStatus.getMessage(code)));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, HttpProblem.MEDIA_TYPE);
        Content.Sink.write(response, true, JsonText.write(problem.json()), callback);
    }
}
