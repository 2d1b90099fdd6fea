package io.plexica.web.internal.health;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.web.internal.call.Traces;
import io.plexica.web.internal.http.SecurityHeaders;
import io.plexica.web.internal.problem.Problem;
import io.plexica.web.internal.problem.ProblemAnswer;
import io.plexica.web.internal.problem.ProblemLog;
import io.plexica.web.internal.problem.Problems;
import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Answers who looks at the platform as a whole, beside the API. */
abstract class ReadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Answers a GET or HEAD; what it throws becomes a problem. */
    abstract void answer(HttpServletRequest request, HttpServletResponse response, String traceId) throws IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String traceId = Traces.of(request);
        response.setHeader(Traces.HEADER, traceId);
        SecurityHeaders.data(response);
        try (Contexts.Scope scope = Contexts.open(ExecutionContext.platform(traceId))) {
            demandReading(request, response);
            answer(request, response, traceId);
        } catch (RuntimeException e) {
            Problem problem = Problems.of(e, null);
            ProblemLog.write(problem, Problems.unwrap(e), request.getMethod(), request.getRequestURI());
            ProblemAnswer.write(response, problem, request.getRequestURI(), traceId);
        }
    }

    static void write(HttpServletResponse response, int status, String type, byte[] document) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    private static void demandReading(HttpServletRequest request, HttpServletResponse response) {
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            throw new PlexicaException(ErrorCode.METHOD_NOT_ALLOWED, "This can only be read: use GET");
        }
    }
}
