package io.plexica.itests.support;

/** The plugin that most tests use: one guarded resource that tells on which version and in which tenant it runs. */
public final class Probe {

    private static final String RESOURCE = """
            package {{package}};

            import io.plexica.api.context.RequestContext;
            import io.plexica.api.data.Data;
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.*;
            import java.util.Map;
            import java.util.concurrent.CountDownLatch;
            import java.util.concurrent.TimeUnit;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;

            @Component(service = Probe.class)
            @PlexicaResource
            @Path("/")
            @Produces("application/json")
            public class Probe {
                private final RequestContext context;
                private final Data data;

                @Activate
                public Probe(@Reference RequestContext context, @Reference Data data) {
                    this.context = context;
                    this.data = data;
                }

                @GET @Path("version") @RequiresPermission("{{id}}:things:read")
                public Map<String, String> version() {
                    return Map.of("version", "{{version}}", "tenant", context.tenant().slug());
                }

                @GET @Path("slow") @RequiresPermission("{{id}}:things:read")
                public Map<String, String> slow(@QueryParam("millis") long millis) throws InterruptedException {
                    new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
                    return Map.of("version", "{{version}}");
                }

                @GET @Path("both") @RequiresPermission(value = {"{{id}}:things:read", "{{id}}:things:write"}, all = true)
                public Map<String, String> both() {
                    return Map.of();
                }

                @GET @Path("any") @Authenticated
                public Map<String, String> any() {
                    return Map.of("user", context.user().email());
                }

                @GET @Path("admins") @RequiresRole("admin")
                public Map<String, String> admins() {
                    return Map.of();
                }

                @GET @Path("open") @PublicEndpoint
                public Map<String, Object> open() {
                    return Map.of("version", "{{version}}", "user", context.findUser().isPresent());
                }

                @GET @Path("early") @Authenticated @SkipPluginCheck
                public Map<String, String> early() {
                    return Map.of("version", "{{version}}");
                }

                @GET @Path("broken") @Authenticated
                public Map<String, String> broken() {
                    throw new IllegalStateException("a detail that no caller may read");
                }
            }
            """;

    private Probe() {}

    /** A version of the probe, with rights to read for members and viewers, and to write for members. */
    public static PluginJar version(String id, String version) {
        return PluginJar.of(id, version)
                .permission(id + ":things:read", "member", "viewer")
                .permission(id + ":things:write", "member")
                .source("Probe", RESOURCE);
    }

    /** The same with a table. */
    public static PluginJar withTable(String id, String version) {
        return version(id, version)
                .migration("V1__things.sql", "CREATE TABLE things (id uuid PRIMARY KEY, name text NOT NULL);");
    }
}
