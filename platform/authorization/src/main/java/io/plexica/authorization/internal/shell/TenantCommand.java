package io.plexica.authorization.internal.shell;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.authorization.internal.body.Bodies;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenants;
import java.io.UncheckedIOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command that works in one tenant. */
abstract class TenantCommand extends PlexicaCommand {

    @Reference
    protected Tenants tenants;

    @Argument(name = "tenant", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    private String slug;

    /** The tenant, which there is. */
    protected final String tenant() {
        return tenants.find(slug)
                .orElseThrow(() -> PlexicaException.notFound("There is no tenant " + slug + "; see tenant:list"))
                .slug();
    }

    /** What an option holds, which must be JSON. */
    protected static JsonNode json(String option, String text) {
        try {
            return Bodies.read(text);
        } catch (UncheckedIOException e) {
            throw PlexicaException.validation(new FieldError("/" + option, String.valueOf(e.getMessage())));
        }
    }
}
