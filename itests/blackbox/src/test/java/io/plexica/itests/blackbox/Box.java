package io.plexica.itests.blackbox;

import io.plexica.itests.support.PluginJar;

/** A plugin that keeps objects, and does with them what its caller says. */
final class Box {

    private static final String RESOURCE = """
            package {{package}};
            import io.plexica.api.problem.PlexicaException;
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.Authenticated;
            import io.plexica.api.storage.*;
            import java.io.*;
            import java.net.URI;
            import java.nio.charset.StandardCharsets;
            import java.time.Duration;
            import java.util.Map;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;
            @Component(service = Box.class) @PlexicaResource @Path("/") @Produces("application/json") @Authenticated
            public class Box {
                private final ObjectStorage storage;
                @Activate public Box(@Reference ObjectStorage storage) { this.storage = storage; }

                @POST @Path("object") @Consumes("application/json")
                public StoredObject put(@QueryParam("path") String path, Map<String, String> body) {
                    byte[] bytes = body.get("text").getBytes(StandardCharsets.UTF_8);
                    return storage.put(path, new ByteArrayInputStream(bytes), body.get("type"), Map.of("by", "box"));
                }

                @GET @Path("object")
                public Map<String, String> get(@QueryParam("path") String path) throws IOException {
                    try (ObjectContent content = storage.get(path).orElseThrow(() -> PlexicaException.notFound("none"))) {
                        String text = new String(content.stream().readAllBytes(), StandardCharsets.UTF_8);
                        return Map.of("text", text, "by", content.object().metadata().getOrDefault("by", ""));
                    }
                }

                @DELETE @Path("object")
                public void delete(@QueryParam("path") String path) { storage.delete(path); }

                @GET @Path("objects")
                public ObjectPage list(@QueryParam("prefix") String prefix, @QueryParam("after") String after) {
                    return storage.list(prefix, after, 2);
                }

                @GET @Path("link")
                public Map<String, String> link(
                        @QueryParam("path") String path,
                        @QueryParam("method") String method,
                        @QueryParam("seconds") long seconds) {
                    URI link = storage.presign(
                            path, Duration.ofSeconds(seconds), ObjectStorage.Method.valueOf(method));
                    return Map.of("link", link.toString());
                }
            }
            """;

    private Box() {}

    static PluginJar version(String id) {
        return PluginJar.of(id, "1.0.0").source("Box", RESOURCE);
    }
}
