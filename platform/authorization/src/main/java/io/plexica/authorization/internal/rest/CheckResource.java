package io.plexica.authorization.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.authorization.internal.check.Answer;
import io.plexica.authorization.internal.check.Checking;
import io.plexica.spi.web.Here;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what somebody may do, and why. */
@Component(service = CheckResource.class)
@PlexicaResource
@Path("/authorization")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CheckResource {

    private final Checking checking;

    @Activate
    public CheckResource(@Reference Checking checking) {
        this.checking = checking;
    }

    /** Whether the caller, or another user of the tenant, may do something: yes or no, and why. */
    @POST
    @Path("/check")
    @Authenticated
    public Answer check(@Nullable JsonNode body) {
        return checking.answer(Here.tenant().slug(), body);
    }
}
