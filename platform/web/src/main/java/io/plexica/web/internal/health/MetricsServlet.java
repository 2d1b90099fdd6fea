package io.plexica.web.internal.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plexica.web.internal.call.CallReception;
import io.plexica.web.internal.metrics.MetricsBoard;
import io.plexica.web.internal.rooms.Rooms;
import io.plexica.web.internal.settings.WebSettings;
import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Answers {@code /metrics} to whoever may see {@code /health}, in the text that Prometheus reads. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("plexica-metrics")
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsServlet extends ReadServlet {

    private static final long serialVersionUID = 1L;
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final transient MetricsBoard board;
    private final transient CallReception reception;

    @Activate
    public MetricsServlet(@Reference MetricsBoard board, @Reference WebSettings settings, @Reference Rooms rooms) {
        this.board = board;
        this.reception = new CallReception(settings, rooms);
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response, String traceId) throws IOException {
        PlatformAccess.demand(reception.receive(request, traceId));
        write(response, 200, TYPE, board.look().getBytes(UTF_8));
    }
}
