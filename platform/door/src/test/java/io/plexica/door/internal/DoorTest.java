package io.plexica.door.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.HandlerCollection;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.servlet.ServletMapping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DoorTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final HandlerCollection handlers = new HandlerCollection(true);
    private final Server jetty = new Server();

    @BeforeEach
    void listen() throws Exception {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.addCustomizer(new Door());
        jetty.addConnector(new ServerConnector(jetty, new HttpConnectionFactory(configuration)));
        jetty.setHandler(handlers);
        jetty.start();
    }

    @AfterEach
    void stop() throws Exception {
        jetty.stop();
    }

    @Test
    void who_comes_before_anybody_is_there_is_told_to_come_again() throws Exception {
        HttpResponse<String> answer = get("/api/plugins/crm/contacts");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("X-Trace-Id")).hasValue(TRACE);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"type\":\"https://plexica.io/problems/unavailable\",\"title\":\"Not available at the moment\","
                                + "\"status\":503,\"detail\":\"The platform is starting or stopping: try again in a few seconds\","
                                + "\"instance\":\"/api/plugins/crm/contacts\",\"code\":\"unavailable\",\"traceId\":\""
                                + TRACE + "\"}");
    }

    @Test
    void it_opens_when_all_are_there_and_closes_when_one_goes() throws Exception {
        ServletContextHandler context = new ServletContextHandler();
        handlers.addHandler(context);
        context.start();
        assertThat(get("/").statusCode()).isEqualTo(503);

        ServletHolder api = add(context, "plexica-api", "/api/*");
        assertThat(get("/api/").statusCode()).isEqualTo(503);

        add(context, "plexica-nothing", "/");
        assertThat(get("/api/").body()).isEqualTo("plexica-api");
        assertThat(get("/").body()).isEqualTo("plexica-nothing");

        ServletHandler servlets = context.getServletHandler();
        api.stop();
        assertThat(get("/api/").statusCode()).isEqualTo(503);

        api.start();
        assertThat(get("/api/").body()).isEqualTo("plexica-api");

        servlets.stop();
        servlets.setServlets(new ServletHolder[0]);
        servlets.setServletMappings(new ServletMapping[0]);
        servlets.start();
        assertThat(get("/").statusCode()).isEqualTo(503);
    }

    private static ServletHolder add(ServletContextHandler context, String name, String path) throws Exception {
        ServletHolder holder = new ServletHolder(name, new Named(name));
        context.getServletHandler().addServletWithMapping(holder, path);
        holder.start();
        return holder;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(jetty.getURI().resolve(URI.create(path)))
                                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                                .build(),
                        BodyHandlers.ofString());
    }

    private static final class Named extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write(name);
        }
    }
}
