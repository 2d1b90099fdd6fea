package io.plexica.web.internal.json;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.util.List;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;

/**
 * The members of a call's body that nobody knows, kept until the rest of the body has been judged too, so that the caller
 * hears of everything at once.
 */
public final class UnreadMembers {

    private static final String KEY = UnreadMembers.class.getName();

    private UnreadMembers() {}

    /** Keeps them with the call; refuses at once where there is none. */
    static void keep(List<FieldError> unknown) {
        if (unknown.isEmpty()) {
            return;
        }
        Message message = JAXRSUtils.getCurrentMessage();
        if (message == null) {
            throw PlexicaException.validation(unknown);
        }
        message.put(KEY, List.copyOf(unknown));
    }

    /** What was kept with a call. */
    @SuppressWarnings("unchecked")
    public static List<FieldError> of(Message message) {
        Object kept = message.get(KEY);
        return kept == null ? List.of() : (List<FieldError>) kept;
    }
}
