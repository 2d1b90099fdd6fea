package io.plexica.web.internal.problem;

import io.plexica.api.problem.ErrorCode;
import java.util.List;
import java.util.Map;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What JAX-RS itself refuses, and plain answers with an error status. */
public final class WebProblems {

    private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER);

    private WebProblems() {}

    static Problem of(WebApplicationException failure) {
        Response response = failure.getResponse();
        return keepHeaders(of(response.getStatus(), written(failure)), response);
    }

    /** The problem of a status. */
    public static Problem of(int status, @Nullable String detail) {
        ErrorCode code = code(status);
        return Problem.of(code, detail == null ? sentence(code) : detail);
    }

    private static Problem keepHeaders(Problem problem, Response response) {
        Problem kept = problem;
        for (String name : KEPT_HEADERS) {
            String value = response.getHeaderString(name);
            if (value != null && !value.isEmpty()) {
                kept = kept.withHeader(name, value);
            }
        }
        return kept;
    }

    /** The sentence that an author wrote; those that JAX-RS makes up begin with the status. */
    private static @Nullable String written(WebApplicationException failure) {
        String message = failure.getMessage();
        boolean madeUp = message == null || message.startsWith("HTTP ");
        return madeUp ? null : message;
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.PERMISSION_DENIED;
            case 404, 410 -> ErrorCode.NOT_FOUND;
            case 405, 501 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 409 -> ErrorCode.CONFLICT;
            case 412 -> ErrorCode.PRECONDITION_FAILED;
            case 413 -> ErrorCode.PAYLOAD_TOO_LARGE;
            case 414, 431 -> ErrorCode.HEADER_TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> ErrorCode.RATE_LIMITED;
            case 503 -> ErrorCode.UNAVAILABLE;
            case 504 -> ErrorCode.PLUGIN_TIMEOUT;
            case 505 -> ErrorCode.VALIDATION_FAILED;
            default -> status < 500 ? ErrorCode.VALIDATION_FAILED : ErrorCode.INTERNAL_ERROR;
        };
    }

    private static String sentence(ErrorCode code) {
        return SENTENCES.getOrDefault(code, code.title());
    }

    private static final Map<ErrorCode, String> SENTENCES = Map.of(
            ErrorCode.NOT_FOUND, "Nothing answers under this address",
            ErrorCode.METHOD_NOT_ALLOWED,
                    "This address does not know this method; the header Allow lists those it knows",
            ErrorCode.NOT_ACCEPTABLE, "The answer cannot be had in a form that the header Accept names",
            ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json and say so in Content-Type",
            ErrorCode.VALIDATION_FAILED, "The request is not of the form that is expected here",
            ErrorCode.UNAVAILABLE, "Not possible at the moment: try again later",
            ErrorCode.HEADER_TOO_LARGE, "The address or the headers of the request are too large");
}
