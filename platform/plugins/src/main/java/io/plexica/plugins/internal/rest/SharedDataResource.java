package io.plexica.plugins.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.context.RequestContext;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.api.shared.SharedAccess;
import io.plexica.plugins.internal.shared.SharedValue;
import io.plexica.plugins.internal.shared.SharedValues;
import io.plexica.spi.web.Checks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Shared values from outside. Who calls acts for the plugin to which the namespace belongs, and needs that plugin's
 * permission: {@code crm:shared-data:read}, {@code :write} or {@code :grant}, such as an API key for {@code crm:*} has.
 */
@Component(service = SharedDataResource.class)
@PlexicaResource
@Path("/shared-data/{namespace}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SharedDataResource {

    private final SharedValues values;
    private final RequestContext context;

    /** Takes what does the work. */
    @Activate
    public SharedDataResource(@Reference SharedValues values, @Reference RequestContext context) {
        this.values = values;
        this.context = context;
    }

    /** A value. */
    @GET
    @Path("/{key}")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    public ValueView get(@PathParam("namespace") String namespace, @PathParam("key") String key) {
        demand(namespace, key, "read");
        return values.find(namespace, key).map(ValueView::of).orElseThrow(() -> none(key));
    }

    /** Puts a value in the place of what was there. */
    @PUT
    @Path("/{key}")
    @Authenticated
    public ValueView put(
            @PathParam("namespace") String namespace, @PathParam("key") String key, @Nullable ValueBody body) {
        demand(namespace, key, "write");
        ValueBody wanted = body == null ? new ValueBody(null, null) : body;
        Duration timeToLive = wanted.ttlSeconds() == null ? null : Duration.ofSeconds(wanted.ttlSeconds());
        return ValueView.of(values.put(
                namespace, key, wanted.value(), timeToLive, context.user().email()));
    }

    /** Removes a value. */
    @DELETE
    @Path("/{key}")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    public void delete(@PathParam("namespace") String namespace, @PathParam("key") String key) {
        demand(namespace, key, "write");
        if (!values.remove(namespace, key)) {
            throw none(key);
        }
    }

    /** Whom the namespace is open to. */
    @GET
    @Path("/grants")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    public GrantsBody grants(@PathParam("namespace") String namespace) {
        demand(namespace, "grants", "grant");
        return GrantsBody.of(values.grants(namespace));
    }

    /** Opens the namespace to these plugins and to no others. */
    @PUT
    @Path("/grants")
    @Authenticated
    public GrantsBody replaceGrants(@PathParam("namespace") String namespace, @Nullable GrantsBody body) {
        demand(namespace, "grants", "grant");
        values.replaceGrants(namespace, (body == null ? new GrantsBody(null) : body).checked());
        return GrantsBody.of(values.grants(namespace));
    }

    /** Policies that read a resource are told what it is about; what they do not find there makes them deny. */
    private void demand(String namespace, String key, String action) {
        context.check(namespace + ":shared-data:" + action, Map.of("namespace", namespace, "key", key));
    }

    private static PlexicaException none(String key) {
        return PlexicaException.notFound("There is no value under '" + key + "'");
    }

    /**
     * A value as it comes.
     *
     * @param value what JSON can say
     * @param ttlSeconds how long it is there; absent for ever
     */
    public record ValueBody(
            @Nullable JsonNode value, @Nullable Long ttlSeconds) {}

    /** A value as it goes. */
    public record ValueView(
            String namespace,
            String key,
            JsonNode value,
            @Nullable Long ttlSeconds,
            @Nullable Instant expiresAt,
            Instant updatedAt,
            String updatedBy) {

        /** The value that is kept, as it goes. */
        public static ValueView of(SharedValue value) {
            Instant end = value.expiresAt();
            return new ValueView(
                    value.namespace(),
                    value.key(),
                    value.value(),
                    end == null
                            ? null
                            : Math.max(0, Duration.between(Instant.now(), end).toSeconds()),
                    end,
                    value.updatedAt(),
                    value.updatedBy());
        }
    }

    /** Whom a namespace is open to. */
    public record GrantsBody(@Nullable List<@Nullable Grant> grants) {

        static GrantsBody of(Map<String, SharedAccess> grants) {
            return new GrantsBody(grants.entrySet().stream()
                    .map(grant -> new Grant(grant.getKey(), grant.getValue().name()))
                    .toList());
        }

        Map<String, SharedAccess> checked() {
            Checks checks = new Checks().unless(grants != null, "/grants", "is required; empty for nobody");
            Map<String, SharedAccess> all = new TreeMap<>();
            List<@Nullable Grant> given = grants == null ? List.of() : grants;
            for (int i = 0; i < given.size(); i++) {
                Grant grant = given.get(i) == null ? new Grant(null, null) : given.get(i);
                String plugin = grant.plugin();
                SharedAccess access = grant.known();
                checks.unless(access != null, "/grants/" + i + "/access", "must be READ or WRITE");
                checks.unless(plugin != null, "/grants/" + i + "/plugin", "is required");
                if (plugin != null && access != null) {
                    checks.unless(all.put(plugin, access) == null, "/grants/" + i + "/plugin", "is named twice");
                }
            }
            checks.done();
            return all;
        }
    }

    /**
     * What a plugin may do.
     *
     * @param plugin its id
     * @param access READ or WRITE
     */
    public record Grant(@Nullable String plugin, @Nullable String access) {

        private @Nullable SharedAccess known() {
            return Stream.of(SharedAccess.values())
                    .filter(one -> one.name().equals(access))
                    .findFirst()
                    .orElse(null);
        }
    }
}
