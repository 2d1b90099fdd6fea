package io.plexica.plugins.internal.rest;

import io.plexica.api.rest.PlexicaResource;
import io.plexica.plugins.internal.configuration.Reencryption;
import io.plexica.spi.web.SuperAdminOnly;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** With which keys plugins' secrets are sealed. No secret, and no key, is ever answered. */
@Component(service = PluginSecretsResource.class)
@PlexicaResource
@Path("/plugin-secrets")
@Produces(MediaType.APPLICATION_JSON)
@SuperAdminOnly
public final class PluginSecretsResource {

    private final Reencryption reencryption;

    /** Takes what does the work. */
    @Activate
    public PluginSecretsResource(@Reference Reencryption reencryption) {
        this.reencryption = reencryption;
    }

    /** How many are sealed with which keys. */
    @GET
    public Reencryption.State state() {
        return reencryption.state();
    }

    /** Seals all of them with the present key; answers with how things are then. */
    @POST
    @Path("/reencrypt")
    @Consumes(MediaType.WILDCARD)
    public Reencryption.State reencrypt() {
        return reencryption.run();
    }
}
