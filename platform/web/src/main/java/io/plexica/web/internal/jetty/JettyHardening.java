package io.plexica.web.internal.jetty;

import io.plexica.web.internal.call.Traces;
import io.plexica.web.internal.http.SecurityHeaders;
import io.plexica.web.internal.problem.ProblemAnswer;
import io.plexica.web.internal.problem.WebProblems;
import io.plexica.web.internal.settings.WebSettings;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Teaches the server manners: errors as problems, no word about its version, headers of a bounded size. Pax Web lets a
 * customizer see each request without restarting the server, as a handler would make it do; the first request through a
 * server is used to set it up, which any probe for readiness is.
 */
@Component(service = HttpConfiguration.Customizer.class)
public final class JettyHardening implements HttpConfiguration.Customizer {

    /** Methods that no servlet gets to see. */
    private static final Set<String> REFUSED = Set.of("TRACE", "CONNECT");

    private static final String ALLOW = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";

    /** In place of a path: the server as a whole. */
    private static final String SERVER = "*";

    private static final int BAD = 400;
    private static final int NOT_ALLOWED = 405;

    private final WebSettings settings;
    private volatile @Nullable Server taught;

    @Activate
    public JettyHardening(@Reference WebSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        Server server = connector.getServer();
        if (server != taught) {
            teach(server);
        }
        if (REFUSED.contains(request.getMethod())) {
            request.getResponse().setHeader("Allow", ALLOW);
            refuse(request, NOT_ALLOWED, null);
        } else if (request.getHttpFields().getValuesList(HttpHeader.HOST).size() > 1) {
            // What stands before this server may have looked at another of them.
            request.getResponse().setHeader("Connection", "close");
            refuse(request, BAD, "Send the header Host once");
        } else if (SERVER.equals(request.getRequestURI()) && request.getMethod().equals("OPTIONS")) {
            dress(request);
            request.getResponse().setHeader("Allow", ALLOW);
            request.setHandled(true);
        }
    }

    private static void refuse(Request request, int status, @Nullable String detail) {
        String traceId = dress(request);
        ProblemAnswer.write(request.getResponse(), WebProblems.of(status, detail), request.getRequestURI(), traceId);
        request.setHandled(true);
    }

    private static String dress(Request request) {
        String traceId = Traces.of(request);
        request.getResponse().setHeader(Traces.HEADER, traceId);
        SecurityHeaders.data(request.getResponse());
        return traceId;
    }

    @Deactivate
    void forget() {
        Server server = taught;
        if (server != null) {
            server.setErrorHandler(new ErrorHandler());
        }
    }

    private synchronized void teach(Server server) {
        if (server == taught) {
            return;
        }
        server.setErrorHandler(new ProblemErrorHandler());
        for (Connector connector : server.getConnectors()) {
            for (ConnectionFactory factory : connector.getConnectionFactories()) {
                if (factory instanceof HttpConfiguration.ConnectionFactory http) {
                    HttpConfiguration configuration = http.getHttpConfiguration();
                    configuration.setSendServerVersion(false);
                    configuration.setSendXPoweredBy(false);
                    configuration.setRequestHeaderSize(settings.current().headerMax());
                }
            }
        }
        taught = server;
    }
}
