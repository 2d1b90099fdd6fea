package io.plexica.web.internal.jetty;

import io.plexica.web.internal.call.CallTarget;
import io.plexica.web.internal.call.Traces;
import io.plexica.web.internal.http.SecurityHeaders;
import io.plexica.web.internal.pages.PageAnswers;
import io.plexica.web.internal.problem.ProblemAnswer;
import io.plexica.web.internal.problem.WebProblems;
import java.io.IOException;
import javax.servlet.DispatcherType;
import javax.servlet.RequestDispatcher;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletErrorPage;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Answers where no other servlet does: with pages, where somebody has them. Answers for servlets that break, too. A call to the
 * API comes here only while the platform starts or stops.
 */
@Component(service = Servlet.class, property = "service.ranking:Integer=-1000")
@HttpWhiteboardServletName("plexica-nothing")
@HttpWhiteboardServletPattern("/")
@HttpWhiteboardServletErrorPage(errorPage = {"4xx", "5xx", "java.lang.Throwable"})
public final class FallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int ABSENT = 404;
    private static final int FAILED = 500;
    private static final int LATER = 503;

    private final transient PageAnswers pages;

    @Activate
    public FallbackServlet(@Reference PageAnswers pages) {
        this.pages = pages;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean broken = request.getDispatcherType() == DispatcherType.ERROR;
        if (!broken && !CallTarget.isOfApi(request.getServletPath())) {
            pages.answer(request, response);
            return;
        }
        String traceId = Traces.of(request);
        response.setHeader(Traces.HEADER, traceId);
        SecurityHeaders.data(response);
        int status = LATER;
        String path = request.getRequestURI();
        if (broken) {
            boolean known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer;
            status = known ? (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : FAILED;
            path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
            // The API says itself what it does not have; where nobody is found for a call to it, it is not there yet.
            status = status == ABSENT && CallTarget.isOfApi(path) ? LATER : status;
        }
        ProblemAnswer.write(response, WebProblems.of(status, null), path, traceId);
    }
}
