package io.plexica.itests.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.PluginJar;
import org.jspecify.annotations.Nullable;

/** Plugins that misbehave when they are told to. */
final class BadPlugin {

    private static final String BAD = """
            package {{package}};

            import io.plexica.api.analytics.Usage;
            import io.plexica.api.data.Data;
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.*;
            import java.util.List;
            import java.util.concurrent.CountDownLatch;
            import java.util.concurrent.TimeUnit;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;

            @Component(service = Bad.class)
            @PlexicaResource
            @Path("/")
            @Produces("application/json")
            @Authenticated
            public class Bad {
                private final Usage usage;
                private final Data data;

                @Activate
                public Bad(@Reference Usage usage, @Reference Data data) {
                    this.usage = usage;
                    this.data = data;
                }

                @GET @Path("works")
                public List<String> works() { return List.of("yes"); }

                @GET @Path("hangs")
                public List<String> hangs() throws InterruptedException {
                    new CountDownLatch(1).await();
                    return List.of();
                }

                @GET @Path("hangs-on")
                public List<String> hangsOn() {
                    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
                    while (System.nanoTime() < end) {
                        try { new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS); } catch (InterruptedException e) { }
                    }
                    return List.of();
                }

                @POST @Path("rows/{name}")
                public List<String> write(@PathParam("name") String name, @QueryParam("then") String then) {
                    data.entityManager().createNativeQuery("INSERT INTO things (name) VALUES (?)")
                            .setParameter(1, name).executeUpdate();
                    return "hang-on".equals(then) ? hangsOn() : List.of(name);
                }

                @GET @Path("rows")
                @SuppressWarnings("unchecked")
                public List<String> rows() {
                    return data.entityManager().createNativeQuery("SELECT name FROM things").getResultList();
                }

                @GET @Path("slow")
                public List<String> slow() throws InterruptedException {
                    new CountDownLatch(1).await(1, TimeUnit.SECONDS);
                    return List.of("yes");
                }

                @GET @Path("throws/{what}")
                public List<String> fails(@PathParam("what") String what) {
                    switch (what) {
                        case "error": throw new Error("secret");
                        case "memory": return List.of(String.valueOf(new long[Integer.MAX_VALUE - 8].length));
                        case "linkage": throw new NoClassDefFoundError("secret/Type");
                        case "recursion": return fails(what);
                        default: throw new IllegalStateException("secret");
                    }
                }

                @POST @Path("used")
                public List<String> used() {
                    usage.track("thing-used");
                    return List.of("yes");
                }
            }
            """;
    private static final String LEAKY = """
            package {{package}};

            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.Authenticated;
            import java.util.*;
            import java.util.concurrent.*;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;

            @Component(service = Leaky.class) @PlexicaResource @Path("/")
            public class Leaky {
                @Activate
                public Leaky() {
                    new Timer("{{id}}-timer", true).schedule(new TimerTask() { public void run() { } }, 60_000);
                    Thread thread = new Thread(Leaky::stay, "{{id}}-thread");
                    thread.setDaemon(false);
                    thread.start();
                }
                @GET @Authenticated public String works() { return "yes"; }
                private static void stay() {
                    try { new CountDownLatch(1).await(40, TimeUnit.SECONDS); } catch (InterruptedException e) { }
                }
            }
            """;
    private static final String KEEPER = """
        package {{package}};

        import io.plexica.api.rest.PlexicaResource;
        import io.plexica.api.security.Authenticated;
        import java.util.List;
        import javax.ws.rs.*;
        import org.osgi.service.component.annotations.Component;

        @Component(service = Keeper.class) @PlexicaResource @Path("/") @Produces("application/json")
        public class Keeper {
            private static final ThreadLocal<Kept> KEPT = new ThreadLocal<>();
            @GET @Path("keeps") @Authenticated public List<String> keeps() {
                KEPT.set(new Kept());
                return List.of("yes");
            }
            private static class Kept { }
        }
        """;
    private static final String EXIT = """
            package {{package}};
            public class Exit { public void now() { System.exit(1); } }
            """;

    private BadPlugin() {}

    /** A plugin that hangs, throws and floods, with limits of its own where they are given. */
    static PluginJar of(String id, @Nullable Integer concurrency, @Nullable String timeout, @Nullable Integer queue) {
        return PluginJar.of(id, "1.0.0")
                .source("Bad", BAD)
                .migration("V1__things.sql", "CREATE TABLE things (name text PRIMARY KEY)")
                .manifest(manifest -> limit(manifest.putObject("limits"), concurrency, timeout, queue));
    }

    /** One that starts threads and does not end them. */
    static PluginJar leaky(String id) {
        return PluginJar.of(id, "1.0.0").source("Leaky", LEAKY);
    }

    /** One that leaves values on the threads that it is called on. */
    static PluginJar keeper(String id) {
        return PluginJar.of(id, "1.0.0").source("Keeper", KEEPER);
    }

    /** One that would end the process. */
    static PluginJar exit(String id) {
        return PluginJar.of(id, "1.0.0").source("Exit", EXIT);
    }

    static String path(String plugin, String path) {
        return "/api/plugins/" + plugin + "/" + path;
    }

    /** What a caller sees of how a plugin does. */
    static JsonNode stats(Http client, String plugin) {
        return client.get("/api/v1/plugins/" + plugin + "/stats").expect(200).json();
    }

    private static void limit(
            ObjectNode limits, @Nullable Integer concurrency, @Nullable String timeout, @Nullable Integer queue) {
        if (concurrency != null) {
            limits.put("maxConcurrency", concurrency);
        }
        if (timeout != null) {
            limits.put("timeout", timeout);
        }
        if (queue != null) {
            limits.put("queue", queue);
        }
    }
}
