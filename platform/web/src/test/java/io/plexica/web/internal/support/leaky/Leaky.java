package io.plexica.web.internal.support.leaky;

import io.plexica.api.security.Authenticated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.validation.Valid;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

@Path("things")
@Produces("application/json")
@Authenticated
public class Leaky {

    @Context
    private @Nullable UriInfo uri;

    public enum Kind {
        SMALL
    }

    public record Part(@Min(1) int size) {}

    public record Thing(
            @NotBlank String name,
            @Valid List<Part> parts,
            @Nullable Instant at,
            Optional<Kind> kind) {}

    /** A failure of a class that only the plugin has. */
    public static final class Own extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @Provider
    public static class Filter implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext context) {
            context.setProperty("seen", new Part(1));
        }
    }

    @POST
    public Thing create(@Valid Thing thing) {
        return thing;
    }

    @GET
    @Path("one")
    public Map<String, String> one(@QueryParam("kind") Kind kind) {
        return Map.of("path", String.valueOf(uri == null ? null : uri.getAbsolutePath()), "kind", kind.name());
    }

    @GET
    @Path("fail")
    public Thing fail() {
        throw new Own();
    }

    @GET
    @Path("later")
    public CompletionStage<Part> later() {
        return CompletableFuture.completedFuture(new Part(2));
    }

    @GET
    @Path("never")
    public void never(@Suspended AsyncResponse response) {}

    @GET
    @Path("unwritable")
    public Object unwritable() {
        return new Object() {
            @SuppressWarnings("unused")
            public String getValue() {
                throw new Own();
            }
        };
    }
}
