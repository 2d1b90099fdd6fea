package io.plexica.web.internal.guard;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.call.Target;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/** Calls of the platform that ask for a preview: {@code ?dryRun=true}. */
public final class Previews {

    private static final Pattern CLEAR = Pattern.compile("(^|&)dryRun=true(&|$)");
    private static final Pattern WANTED = Pattern.compile("(^|&)dryRun(=(?!false(&|$))|&|$)");

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
        if (query == null
                || reads
                || call.target().kind() != Target.Kind.PLATFORM
                || !WANTED.matcher(query).find()) {
            return;
        }
        if (!rules.previews(call.pathWithin(), call.method())) {
            throw PlexicaException.validation(new FieldError(
                    "/dryRun",
                    "is not possible here: this call has no preview. Nothing was done; leave dryRun out to do it"));
        }
        if (!CLEAR.matcher(query).find()) {
            throw PlexicaException.validation(new FieldError("/dryRun", "must be true or false. Nothing was done"));
        }
    }
}
