package io.plexica.plugins.internal.rest;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What callers say about the state of a version. */
public final class VersionBodies {

    private static final int LONGEST_REASON = 500;
    private static final Pattern REPLACEMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+@-]{0,119}");

    private VersionBodies() {}

    /**
     * What is advised instead of a version.
     *
     * @param replacement a version of the same plugin such as {@code 2.0.0}, or another plugin such as {@code crm} or
     *     {@code crm@1.0.0}
     * @param endOfLife the day from when on nobody should be on it, such as {@code 2027-01-31}; of a moment the day is kept
     */
    public record Deprecation(
            @Nullable String replacement, @Nullable String endOfLife) {

        /** Reads what the caller says; what is left out is not said. */
        static Deprecation of(@Nullable Deprecation body) {
            return body == null ? new Deprecation(null, null) : body;
        }

        /**
         * Refuses everything that is wrong with it.
         *
         * @param advice what is wrong with a replacement and a day that have the right form
         */
        Deprecation checked(BiFunction<@Nullable String, @Nullable LocalDate, List<FieldError>> advice) {
            List<FieldError> problems = new ArrayList<>();
            boolean legible =
                    replacement != null && REPLACEMENT.matcher(replacement).matches();
            if (replacement != null && !legible) {
                problems.add(new FieldError(
                        "/replacement", "must be a version such as 2.0.0, or a plugin such as crm or crm@1.0.0"));
            }
            if (endOfLife != null && date(endOfLife) == null) {
                problems.add(new FieldError("/endOfLife", "must be a day such as 2027-01-31"));
            }
            problems.addAll(advice.apply(legible ? replacement : null, lastDay()));
            if (!problems.isEmpty()) {
                throw PlexicaException.validation(problems);
            }
            return this;
        }

        /** The day; null when none is said, or what is said is none. */
        @Nullable
        LocalDate lastDay() {
            return endOfLife == null ? null : date(endOfLife);
        }

        private static @Nullable LocalDate date(String text) {
            try {
                boolean moment = text.contains("T");
                LocalDate date =
                        moment ? Instant.parse(text).atZone(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(text);
                return date.getYear() > 9999 || date.getYear() < 0 ? null : date;
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    /**
     * Why a version is stopped.
     *
     * @param reason a sentence, shown to whoever calls it
     */
    public record Stop(@Nullable String reason) {

        /** The reason, in one line; null when none is given. */
        static @Nullable String sentence(@Nullable Stop body) {
            if (body == null || body.reason() == null || body.reason().isBlank()) {
                return null;
            }
            String reason = body.reason().strip().replaceAll("\\s+", " ");
            if (reason.length() > LONGEST_REASON) {
                throw PlexicaException.validation(
                        new FieldError("/reason", "must have at most " + LONGEST_REASON + " characters"));
            }
            return reason;
        }
    }
}
