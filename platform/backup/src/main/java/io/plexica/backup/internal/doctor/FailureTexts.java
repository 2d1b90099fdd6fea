package io.plexica.backup.internal.doctor;

import org.jspecify.annotations.Nullable;

/** What went wrong, for a line of a table. Pure. */
final class FailureTexts {

    private FailureTexts() {}

    /** The type, which is all there is to say of some failures, and the message where there is one. */
    static String inOneLine(Throwable failure) {
        String type = failure.getClass().getSimpleName();
        @Nullable String message = failure.getMessage();
        return message == null || message.isBlank() ? type : type + ": " + message;
    }
}
