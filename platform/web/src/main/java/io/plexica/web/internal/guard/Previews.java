package io.plexica.web.internal.guard;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.call.CallTarget;
import javax.servlet.http.HttpServletRequest;

/** Calls of the platform that ask for a preview: {@code ?dryRun=true}. */
public final class Previews {

    private static final String NAME = "dryRun";

    private Previews() {}

    /**
     * Whoever asks for a preview, however unclearly, must not get the real thing.
     *
     * @param rules what answers
     * @throws PlexicaException {@code validation-failed} where the call has no preview
     */
    public static void demand(HttpServletRequest request, Call call, Rules rules) {
        String query = request.getQueryString();
        boolean reads = call.method().equals("GET") || call.method().equals("HEAD");
        if (query == null || reads || call.target().kind() != CallTarget.Kind.PLATFORM) {
            return;
        }
        for (String term : query.split("&")) {
            String[] parts = term.split("=", 2);
            String name = PercentDecoder.decode(parts[0]);
            if (name != null && NAME.equalsIgnoreCase(name)) {
                demand(name, parts.length == 1 ? "" : parts[1], rules.previews(call.pathWithin(), call.method()));
            }
        }
    }

    private static void demand(String name, String value, boolean previews) {
        if (!previews && !value.equals("false")) {
            throw refused(
                    name, "is not possible here: this call has no preview. Nothing was done; leave it out to do it");
        }
        if (previews && !name.equals(NAME)) {
            throw refused(name, "is not known; did you mean '" + NAME + "'? Nothing was done");
        }
        if (previews && !value.equals("true") && !value.equals("false")) {
            throw refused(name, "must be true or false. Nothing was done");
        }
    }

    private static PlexicaException refused(String name, String message) {
        return PlexicaException.validation(new FieldError("/" + name, message));
    }
}
