package io.plexica.web.internal.jetty;

import io.plexica.web.internal.call.Target;
import io.plexica.web.internal.call.Traces;
import io.plexica.web.internal.http.SecurityHeaders;
import io.plexica.web.internal.problem.ProblemAnswer;
import io.plexica.web.internal.problem.WebProblems;
import javax.servlet.DispatcherType;
import javax.servlet.RequestDispatcher;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletErrorPage;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Answers where nothing else does, and for servlets that break. Whoever wants the root of the site registers with a ranking. A
 * call to the API comes here only while the platform starts or stops.
 */
@Component(service = Servlet.class, property = "service.ranking:Integer=-1000")
@HttpWhiteboardServletName("plexica-nothing")
@HttpWhiteboardServletPattern("/")
@HttpWhiteboardServletErrorPage(errorPage = {"4xx", "5xx", "java.lang.Throwable"})
public final class NothingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;
    private static final int LATER = 503;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        String traceId = Traces.of(request);
        response.setHeader(Traces.HEADER, traceId);
        SecurityHeaders.data(response);
        int status = Target.isOfApi(request.getServletPath()) ? LATER : NOT_FOUND;
        String path = request.getRequestURI();
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            boolean known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer;
            status = known ? (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : FAILED;
            path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        }
        ProblemAnswer.write(response, WebProblems.of(status, null), path, traceId);
    }
}
