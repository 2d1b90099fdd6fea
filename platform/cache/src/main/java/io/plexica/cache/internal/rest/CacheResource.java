package io.plexica.cache.internal.rest;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.cache.internal.CacheAdministration;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.web.SuperAdminOnly;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What operators see of the cache, and do to it. */
@Component(service = CacheResource.class)
@PlexicaResource
@Path("/cache")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SuperAdminOnly
public final class CacheResource {

    private static final String ALL = "*";

    private final CacheAdministration desk;
    private final Tenants tenants;

    @Activate
    public CacheResource(@Reference CacheAdministration desk, @Reference Tenants tenants) {
        this.desk = desk;
        this.tenants = tenants;
    }

    /** How the cache of this node does, by names such as {@code kind}, {@code hits} and {@code misses}. */
    @GET
    public Map<String, String> facts() {
        return desk.facts();
    }

    /** Forgets, on all nodes, what a tenant's plugins have cached. */
    @POST
    @Path("/evict")
    public void evict(@Nullable Eviction wanted) {
        String tenant = wanted == null ? null : wanted.tenant();
        if (wanted == null || tenant == null) {
            throw PlexicaException.validation(new FieldError("/tenant", "is required"));
        }
        if (tenants.pinned().filter(served -> !served.equals(tenant)).isPresent()) {
            throw new PlexicaException(ErrorCode.TENANT_MISMATCH, "This deployment serves another tenant");
        }
        desk.evict(tenant, orAll(wanted.plugin()), orAll(wanted.pattern()));
    }

    private static String orAll(@Nullable String text) {
        return text == null ? ALL : text;
    }

    /**
     * What is forgotten.
     *
     * @param tenant whose values
     * @param plugin the values of one plugin; left out for those of all
     * @param pattern keys, in which {@code *} stands for any characters; left out for all
     */
    public record Eviction(
            @Nullable String tenant,
            @Nullable String plugin,
            @Nullable String pattern) {}
}
