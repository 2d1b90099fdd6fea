package io.plexica.plugins.internal.rest;

import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.plugins.internal.ui.ConsoleContent;
import io.plexica.plugins.internal.ui.ConsoleView;
import io.plexica.spi.context.Contexts;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the web console is made of, for the caller. */
@Component(service = ConsoleResource.class)
@PlexicaResource
@Path("/console")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public final class ConsoleResource {

    private final ConsoleContent content;

    /** Takes what knows it. */
    @Activate
    public ConsoleResource(@Reference ConsoleContent content) {
        this.content = content;
    }

    /**
     * The plugins that are enabled where the caller is, with those of their contributions that the caller may see. Changes are
     * told by {@code /stream}: as {@code installations} and {@code rights}.
     */
    @GET
    public ConsoleView console() {
        return content.of(Contexts.require());
    }
}
