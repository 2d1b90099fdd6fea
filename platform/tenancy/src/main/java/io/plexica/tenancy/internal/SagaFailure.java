package io.plexica.tenancy.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;

/** A step that failed, with a reason for people. */
final class SagaFailure extends Exception {

    private static final long serialVersionUID = 1L;

    SagaFailure(String step, Throwable cause) {
        super("step " + step + " failed: " + reason(cause), cause);
    }

    /** Which step failed and why, for people. */
    String reason() {
        return String.valueOf(getMessage());
    }

    /** The failure for the caller; what is wrong with the request itself keeps its code, reason word and pointers. */
    PlexicaException toProblem(String before, String after) {
        String detail = before + ": " + reason() + ". " + after;
        if (getCause() instanceof PlexicaException problem) {
            if (problem.code() == ErrorCode.VALIDATION_FAILED) {
                return new PlexicaException(problem.code(), detail, problem).withErrors(problem.errors());
            }
            if (problem.code() == ErrorCode.CONFLICT) {
                return new PlexicaException(problem.code(), problem.detail() + ". " + after, problem);
            }
        }
        return new PlexicaException(ErrorCode.UNAVAILABLE, detail, getCause());
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        if (cause instanceof PlexicaException && message != null) {
            return message;
        }
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
