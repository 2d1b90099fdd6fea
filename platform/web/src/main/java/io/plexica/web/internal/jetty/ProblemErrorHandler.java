package io.plexica.web.internal.jetty;

import io.plexica.spi.context.Contexts;
import io.plexica.web.internal.call.Traces;
import io.plexica.web.internal.http.SecurityHeaders;
import io.plexica.web.internal.problem.Problem;
import io.plexica.web.internal.problem.ProblemAnswer;
import io.plexica.web.internal.problem.ProblemDocument;
import io.plexica.web.internal.problem.WebProblems;
import java.nio.ByteBuffer;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.jspecify.annotations.Nullable;

/**
 * What Jetty itself refuses, such as headers that are too large or a request line that is none. That it finds nobody for a call
 * is so only while the platform starts or stops: with all there, somebody answers under every address.
 */
final class ProblemErrorHandler extends ErrorHandler {

    private static final int ABSENT = 404;
    private static final int LATER = 503;

    @Override
    public void doError(String target, Request baseRequest, HttpServletRequest request, HttpServletResponse response) {
        String traceId = Traces.of(request);
        response.setHeader(Traces.HEADER, traceId);
        SecurityHeaders.data(response);
        int status = response.getStatus() == ABSENT ? LATER : response.getStatus();
        ProblemAnswer.write(response, WebProblems.of(status, null), request.getRequestURI(), traceId);
        baseRequest.setHandled(true);
    }

    @Override
    public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields fields) {
        String traceId = Contexts.newTraceId();
        SecurityHeaders.DATA.forEach(fields::put);
        fields.put("Content-Type", Problem.MEDIA_TYPE);
        fields.put(Traces.HEADER, traceId);
        return ByteBuffer.wrap(ProblemDocument.write(WebProblems.of(status, null), status, null, traceId));
    }
}
