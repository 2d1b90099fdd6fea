package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.web.internal.jetty.FallbackServlet;
import io.plexica.web.internal.jetty.JettyHardening;
import io.plexica.web.internal.pages.PageAnswers;
import io.plexica.web.internal.settings.WebSettings;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.NotesResources.Notes;
import io.plexica.web.internal.support.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.HandlerCollection;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.Test;

/** What is there, and not known yet, is not said not to be there. */
class StartingTest {

    @Test
    void aPluginThatIsNotKnownYetIsAskedForLater() throws Exception {
        try (Site site = new Site()) {
            site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ada", "member");
            site.rooms.known = false;
            assertThat(call(site).code()).isEqualTo("503 unavailable");

            site.rooms.known = true;
            assertThat(call(site).code()).isEqualTo("404 plugin-not-found");
        }
    }

    @Test
    void beforeTheApiIsThereItsCallsAreAskedForLaterAndAllElseIsNotFound() throws Exception {
        Server jetty = new Server(0);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(
                new ServletHolder(new FallbackServlet(new PageAnswers(new WebSettings(Site.SETTINGS), Site.WHOLE))),
                "/");
        jetty.setHandler(context);
        jetty.start();
        try {
            HttpResponse<String> api = get(jetty, "/api/v1/tenants");
            assertThat(api.statusCode()).isEqualTo(503);
            assertThat(api.headers().firstValue("Retry-After")).isPresent();
            assertThat(api.body()).contains("unavailable");
            assertThat(get(jetty, "/t/acme/api/plugins/crm/contacts").statusCode())
                    .isEqualTo(503);
            assertThat(get(jetty, "/nothing").statusCode()).isEqualTo(404);
        } finally {
            jetty.stop();
        }
    }

    @Test
    void untilANodeIsReadyAndOnceItStopsNothingIsSaidNotToBeThere() throws Exception {
        try (Site site = new Site()) {
            site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ada", "member");
            site.platform(new Notes());
            List<String> paths = List.of("/api/v1/not-there-yet", "/api/plugins/crm/contacts", "/t/acme/", "/nothing");
            site.ready.set(false);
            paths.forEach(path -> assertThat(code(site, path)).as(path).isEqualTo("503 unavailable"));

            site.ready.set(true);
            paths.forEach(path -> assertThat(code(site, path)).as(path).startsWith("404"));

            // Ill is not the same as not there yet.
            site.ready.set(false);
            paths.forEach(path -> assertThat(code(site, path)).as(path).startsWith("404"));

            site.stopping.set(true);
            paths.forEach(path -> assertThat(code(site, path)).as(path).isEqualTo("503 unavailable"));
            assertThat(site.http.get("/api/v1/not-there-yet").as("ada").send().header("Retry-After"))
                    .isEqualTo("2");
        }
    }

    @Test
    void aPluginsOwnPathsAreKnownFromItsFirstCallOn() throws Exception {
        try (Site site = new Site()) {
            site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ada", "member");
            PluginRef crm = new PluginRef("crm", "1.0.0");
            site.plugin(crm, new Notes());
            site.ready.set(false);
            assertThat(code(site, "/api/plugins/crm/nothing")).startsWith("404");
        }
    }

    /** For a moment of its start Jetty has no servlet, and the platform has taught it already how to say so. */
    @Test
    void whereJettyItselfFindsNobodyItSaysLater() throws Exception {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.addCustomizer(new JettyHardening(new WebSettings(Site.SETTINGS)));
        Server jetty = new Server();
        jetty.addConnector(new ServerConnector(jetty, new HttpConnectionFactory(configuration)));
        jetty.setHandler(new HandlerCollection());
        jetty.start();
        try {
            HttpResponse<String> answer = get(jetty, "/api/plugins/crm/contacts");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("unavailable");
        } finally {
            jetty.stop();
        }
    }

    private static String code(Site site, String path) {
        try {
            return site.http.get(path).as("ada").send().code();
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static Answer call(Site site) throws Exception {
        return site.http.get("/api/plugins/crm/contacts").as("ada").send();
    }

    private static HttpResponse<String> get(Server jetty, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(jetty.getURI().resolve(URI.create(path)))
                                .build(),
                        BodyHandlers.ofString());
    }
}
