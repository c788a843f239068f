package io.jobdeck.scheduler.operations;

import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes who did what to what, from where, and how it ended, one line each, to the logger {@code audit}. */
final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger("audit");

    private AuditLog() {
    }

    /** Does the work and writes how it ended; what the work throws is thrown on. */
    static <T> T record(Caller caller, String operation, String target, Supplier<T> work) {
        String result = "failed";
        try {
            T answer = work.get();
            result = "done";
            return answer;
        } catch (OperationException e) {
            result = "%s: %s".formatted(e.kind().name().toLowerCase(Locale.ROOT), e.getMessage());
            throw e;
        } finally {
            LOG.info("who={} from={} operation={} target={} result={}", Problems.quote(caller.name()),
                    Problems.quote(caller.origin()), operation, Problems.quote(target), oneLine(result));
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "?");
    }
}
