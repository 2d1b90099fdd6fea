package io.plexica.web.internal.problem;

import java.io.IOException;
import java.io.OutputStream;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a problem outside JAX-RS. */
public final class ProblemAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswer.class);

    private ProblemAnswer() {}

    /** Writes a problem unless an answer is already under way. */
    public static void write(HttpServletResponse response, Problem problem, @Nullable String instance, String traceId) {
        if (response.isCommitted()) {
            LOG.debug("An answer broke off: {}", problem.detail());
            return;
        }
        byte[] document = ProblemDocument.write(problem, instance, traceId);
        try {
            response.resetBuffer();
            response.setStatus(problem.code().status());
            problem.headers().forEach(response::setHeader);
            response.setContentType(Problem.MEDIA_TYPE);
            response.setContentLength(document.length);
            try (OutputStream out = response.getOutputStream()) {
                out.write(document);
            }
        } catch (IOException e) {
            LOG.debug("The caller went away before the answer", e);
        }
    }
}
