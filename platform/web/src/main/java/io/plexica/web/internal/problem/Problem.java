package io.plexica.web.internal.problem;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A failure as a caller gets to read it.
 *
 * @param code its stable code
 * @param detail what happened and what to do
 * @param errors the parts that are wrong
 * @param members further members of the document
 * @param headers further headers of the answer
 */
public record Problem(
        ErrorCode code,
        String detail,
        List<FieldError> errors,
        Map<String, Object> members,
        Map<String, String> headers) {

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String RETRY_AFTER = "retryAfter";
    private static final long DEFAULT_RETRY_SECONDS = 5;

    public Problem {
        errors = List.copyOf(errors);
        members = Map.copyOf(members);
        headers = withStandardHeaders(code, members, headers);
    }

    /** A problem with nothing but a code and a sentence. */
    public static Problem of(ErrorCode code, String detail) {
        boolean lists = code == ErrorCode.VALIDATION_FAILED;
        return new Problem(code, detail, lists ? List.of(new FieldError("", detail)) : List.of(), Map.of(), Map.of());
    }

    static Problem of(PlexicaException failure) {
        return new Problem(failure.code(), failure.detail(), failure.errors(), failure.extensions(), Map.of());
    }

    Problem withMember(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.putIfAbsent(name, value);
        return new Problem(code, detail, errors, more, headers);
    }

    Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(code, detail, errors, members, more);
    }

    private static Map<String, String> withStandardHeaders(
            ErrorCode code, Map<String, Object> members, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (code == ErrorCode.UNAUTHENTICATED) {
            all.put("WWW-Authenticate", "Bearer");
        }
        if (members.get(RETRY_AFTER) instanceof Number seconds) {
            all.put("Retry-After", Long.toString(Math.max(1, seconds.longValue())));
        } else if (code.status() == 503 || code == ErrorCode.RATE_LIMITED) {
            all.putIfAbsent("Retry-After", Long.toString(DEFAULT_RETRY_SECONDS));
        }
        return Map.copyOf(all);
    }
}
