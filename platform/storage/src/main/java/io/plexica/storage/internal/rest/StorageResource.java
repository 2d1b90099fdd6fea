package io.plexica.storage.internal.rest;

import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.spi.web.Here;
import io.plexica.storage.internal.Usage;
import io.plexica.storage.internal.Usages;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How much the caller's tenant keeps. */
@Component(service = StorageResource.class)
@PlexicaResource
@Path("/storage")
@Produces(MediaType.APPLICATION_JSON)
public final class StorageResource {

    private final Usages usages;

    /** Counts here. */
    @Activate
    public StorageResource(@Reference Usages usages) {
        this.usages = usages;
    }

    /** Objects and bytes, in all and by plugin, and how many bytes the plan allows. */
    @GET
    @RequiresPermission("core:settings:read")
    public Usage usage() {
        return usages.of(Here.tenant());
    }
}
