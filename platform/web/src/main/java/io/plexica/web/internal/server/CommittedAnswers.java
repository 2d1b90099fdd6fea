package io.plexica.web.internal.server;

import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.http.ConnectionAbort;
import io.plexica.web.internal.http.SecurityHeaders;
import io.plexica.web.internal.problem.Problem;
import io.plexica.web.internal.problem.ProblemAnswer;
import java.util.List;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

/** What becomes of answers that fail after they have begun, so that nobody takes a part of one for a whole. */
final class CommittedAnswers {

    /** These speak of the answer that there should have been. */
    private static final List<String> STALE = List.of(
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CONTENT_ENCODING,
            "Content-Range",
            "Accept-Ranges",
            HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED,
            HttpHeaders.EXPIRES,
            HttpHeaders.LOCATION);

    private CommittedAnswers() {}

    /** Whether something was said already, to the caller or for the moment only to a buffer. */
    static boolean hasBegun(HttpServletResponse out) {
        return out.isCommitted() || out.getContentType() != null;
    }

    /** Puts the problem in the answer's place; where the caller has a part of that already, the connection breaks off. */
    static Response end(HttpServletResponse out, Problem problem, Call call) {
        if (out.isCommitted()) {
            ConnectionAbort.close(out, "The answer failed in the middle");
        } else {
            STALE.forEach(name -> out.setHeader(name, null));
            // What was to be kept for long is not the problem that takes its place.
            SecurityHeaders.data(out);
            ProblemAnswer.write(out, problem, call.path(), call.traceId());
        }
        return Response.status(problem.code().status()).build();
    }
}
