package io.plexica.plugins.crm.internal;

import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.PublicEndpoint;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Component;

/** What this plugin is, for anybody who asks. Needs no tenant, so it touches no table. */
@Component(service = AboutResource.class)
@PlexicaResource
@Path("/about")
@Produces(MediaType.APPLICATION_JSON)
public final class AboutResource {

    private final About about = read();

    /** Answers without looking at the caller. */
    @GET
    @PublicEndpoint
    public About about() {
        return about;
    }

    private static About read() {
        Properties text = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(AboutResource.class.getResourceAsStream("about.properties")),
                StandardCharsets.UTF_8)) {
            text.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The plugin's own description cannot be read", e);
        }
        return new About(
                "crm",
                text.getProperty("name"),
                text.getProperty("version"),
                text.getProperty("description"),
                List.of("contacts", "deals"));
    }

    /** The answer. */
    public record About(String plugin, String name, String version, String description, List<String> resources) {}
}
