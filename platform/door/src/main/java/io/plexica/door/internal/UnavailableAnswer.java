package io.plexica.door.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plexica.api.problem.ErrorCode;
import io.plexica.spi.tracing.TraceParent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a caller to come again, as the platform would. */
final class UnavailableAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(UnavailableAnswer.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    private UnavailableAnswer() {}

    /** Answers, so that nobody else does. */
    static void say(Request request) {
        String traceId = traceId(request);
        byte[] problem = problem(request.getRequestURI(), traceId).getBytes(UTF_8);
        Response response = request.getResponse();
        response.setStatus(ErrorCode.UNAVAILABLE.status());
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        response.setHeader("X-Trace-Id", traceId);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.setContentLength(problem.length);
        request.setHandled(true);
        try (OutputStream out = response.getOutputStream()) {
            out.write(problem);
        } catch (IOException e) {
            LOG.debug("The caller went away before the answer", e);
        }
    }

    /** The caller's, or a new one; a header of the platform's own with other letters could break out of the document. */
    private static String traceId(Request request) {
        TraceParent caller = TraceParent.read(request.getHeader(TraceParent.HEADER));
        if (caller != null) {
            return caller.traceId();
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
    }

    private static String problem(String path, String traceId) {
        ErrorCode code = ErrorCode.UNAVAILABLE;
        return "{\"type\":\"https://plexica.io/problems/" + code.code() + "\",\"title\":\"" + code.title()
                + "\",\"status\":" + code.status()
                + ",\"detail\":\"The platform is starting or stopping: try again in a few seconds\",\"instance\":\""
                + escaped(path) + "\",\"code\":\""
                + code.code() + "\",\"traceId\":\"" + traceId + "\"}";
    }

    /** Within quotes of JSON. */
    private static String escaped(String path) {
        StringBuilder text = new StringBuilder(path.length());
        path.chars()
                .forEach(c ->
                        text.append(c == '"' || c == '\\' || c < ' ' ? "\\u%04x".formatted(c) : Character.toString(c)));
        return text.toString();
    }
}
