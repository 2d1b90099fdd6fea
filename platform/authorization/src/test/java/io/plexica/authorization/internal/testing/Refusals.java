package io.plexica.authorization.internal.testing;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.util.List;
import java.util.Objects;

/** What was refused, and how. */
public final class Refusals {

    private Refusals() {}

    public static PlexicaException of(Runnable work) {
        return Objects.requireNonNull(catchThrowableOfType(PlexicaException.class, work::run), "it was not refused");
    }

    /** The code and where it applies the first word of the detail. */
    public static String code(Runnable work) {
        PlexicaException refusal = of(work);
        String detail = refusal.detail();
        return refusal.code().code()
                + (refusal.code().status() == 409 ? " " + detail.substring(0, detail.indexOf(':')) : "");
    }

    public static List<String> pointers(Runnable work) {
        return of(work).errors().stream().map(FieldError::pointer).toList();
    }
}
