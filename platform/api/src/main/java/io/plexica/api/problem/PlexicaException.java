package io.plexica.api.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure with a stable code. Throw it from a resource method or service; the platform answers it as a
 * problem document and rolls the unit of work back. Its message is shown to the caller as {@code detail}: it says what
 * happened and what to do, and never holds a secret or another tenant's name. The cause goes to the log only.
 */
public class PlexicaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> extensions;

    /** A failure with a sentence for the caller. */
    public PlexicaException(ErrorCode code, String detail) {
        this(code, detail, null);
    }

    /** A failure with a sentence for the caller and a cause for the log. */
    public PlexicaException(ErrorCode code, String detail, @Nullable Throwable cause) {
        this(code, detail, List.of(), Map.of(), cause);
    }

    private PlexicaException(
            ErrorCode code,
            String detail,
            List<FieldError> errors,
            Map<String, Object> extensions,
            @Nullable Throwable cause) {
        super(detail, cause);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.extensions = Map.copyOf(extensions);
    }

    /** {@code not-found}: there is no such thing, or none that the caller may know of. */
    public static PlexicaException notFound(String detail) {
        return new PlexicaException(ErrorCode.NOT_FOUND, detail);
    }

    /**
     * {@code conflict}: the present state forbids it.
     *
     * @param reason a stable word such as {@code slug-taken}, put before the detail
     */
    public static PlexicaException conflict(String reason, String detail) {
        return new PlexicaException(ErrorCode.CONFLICT, reason + ": " + detail);
    }

    /** {@code validation-failed} with everything that is wrong. */
    public static PlexicaException validation(List<FieldError> errors) {
        return new PlexicaException(ErrorCode.VALIDATION_FAILED, summary(errors), errors, Map.of(), null);
    }

    /** {@code validation-failed} with what is wrong. */
    public static PlexicaException validation(FieldError... errors) {
        return validation(List.of(errors));
    }

    /** The same failure with a member of its own in the problem document, such as {@code plugin} or {@code tenants}. */
    public PlexicaException with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(member, value);
        return copy(errors, more);
    }

    /** The same failure with the parts that are wrong. */
    public PlexicaException withErrors(List<FieldError> wrong) {
        return copy(wrong, extensions);
    }

    /** The stable code. */
    public ErrorCode code() {
        return code;
    }

    /** The sentence for the caller. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The parts that are wrong; empty unless the failure is about parts. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Members of the problem document beyond the standard ones. */
    public Map<String, Object> extensions() {
        return extensions;
    }

    private PlexicaException copy(List<FieldError> wrong, Map<String, Object> members) {
        PlexicaException copy = new PlexicaException(code, detail(), wrong, members, getCause());
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    private static String summary(List<FieldError> errors) {
        if (errors.size() == 1) {
            FieldError only = errors.get(0);
            return only.pointer().isEmpty() ? only.message() : only.pointer() + " " + only.message();
        }
        return errors.size() + " parts of the request are not valid; see errors";
    }
}
