package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.web.internal.jetty.NothingServlet;
import io.plexica.web.internal.pages.PageAnswers;
import io.plexica.web.internal.settings.WebSettings;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.server.Server;
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
        context.addServlet(new ServletHolder(new NothingServlet(new PageAnswers(new WebSettings(Site.SETTINGS)))), "/");
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
