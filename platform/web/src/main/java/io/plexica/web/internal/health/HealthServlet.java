package io.plexica.web.internal.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.plexica.api.problem.PlexicaException;
import io.plexica.web.internal.call.CallReception;
import io.plexica.web.internal.call.PageTargets;
import io.plexica.web.internal.health.HealthBoard.Finding;
import io.plexica.web.internal.health.HealthBoard.Report;
import io.plexica.web.internal.pages.PageAnswers;
import io.plexica.web.internal.rooms.Rooms;
import io.plexica.web.internal.settings.WebSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Answers {@code /health/live} and {@code /health/ready} to anybody, {@code /health} to operators. On their own host a browser
 * that is led there gets their console, which has a page of that name.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("plexica-health")
@HttpWhiteboardServletPattern("/health/*")
public final class HealthServlet extends ReadServlet {

    private static final long serialVersionUID = 1L;
    private static final JsonFactory JSON = new JsonFactory();

    private final transient HealthBoard board;
    private final transient Readiness readiness;
    private final transient CallReception reception;
    private final transient WebSettings settings;
    private final transient PageAnswers pages;

    @Activate
    public HealthServlet(
            @Reference HealthBoard board,
            @Reference WebSettings settings,
            @Reference Rooms rooms,
            @Reference PageAnswers pages) {
        this.board = board;
        this.readiness = new Readiness(settings);
        this.reception = new CallReception(settings, rooms);
        this.settings = settings;
        this.pages = pages;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response, String traceId) throws IOException {
        switch (request.getRequestURI()) {
            case "/health/live" -> write(response, 200, "{\"status\":\"UP\"}".getBytes(UTF_8));
            case "/health/ready" -> ready(response);
            case "/health", "/health/" -> {
                if (isPage(request)) {
                    pages.answer(request, response);
                } else {
                    detail(request, response, traceId);
                }
            }
            default -> throw PlexicaException.notFound("Nothing answers under this address");
        }
    }

    private boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        return accepted != null
                && accepted.contains("text/html")
                && PageTargets.of(request, settings.current()).operators();
    }

    private void ready(HttpServletResponse response) throws IOException {
        boolean up = readiness.isReady(board.look());
        if (!up) {
            response.setHeader("Retry-After", "1");
        }
        write(response, up ? 200 : 503, ("{\"status\":\"" + (up ? "UP" : "DOWN") + "\"}").getBytes(UTF_8));
    }

    private void detail(HttpServletRequest request, HttpServletResponse response, String traceId) throws IOException {
        PlatformAccess.demand(reception.receive(request, traceId));
        Report report = board.look();
        String status = readiness.status(report);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("status", status);
            json.writeStringField("timestamp", Instant.now().toString());
            json.writeObjectFieldStart("checks");
            for (Finding finding : report.findings()) {
                write(json, finding);
            }
            for (String name : readiness.missing(report)) {
                write(json, new Finding(name, false, true, 0, "this part of the platform is missing"));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        write(response, 200, bytes.toByteArray());
    }

    private static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeObjectFieldStart(finding.name());
        json.writeBooleanField("healthy", finding.healthy());
        json.writeNumberField("responseTime", finding.millis());
        if (finding.error() == null) {
            json.writeNullField("error");
        } else {
            json.writeStringField("error", finding.error());
        }
        if (!finding.details().isEmpty()) {
            json.writeObjectFieldStart("details");
            for (Map.Entry<String, String> detail : new TreeMap<>(finding.details()).entrySet()) {
                json.writeStringField(detail.getKey(), detail.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void write(HttpServletResponse response, int status, byte[] document) throws IOException {
        write(response, status, "application/json", document);
    }
}
