package io.plexica.itests.blackbox;

import io.plexica.itests.support.PluginJar;

/** A plugin with a job that ticks every second, one that fails, and one that it asks for itself. */
final class Clockwork {

    private static final String HANDLER = """
            package {{package}};
            import io.plexica.api.data.Data;
            import io.plexica.api.jobs.*;
            import java.sql.*;
            import org.osgi.service.component.annotations.*;
            @Component @HandlesJob(name = "%s")
            public class %s implements JobHandler {
                private final Data data;
                @Activate public %s(@Reference Data data) { this.data = data; }
                @Override public void run(JobRun run) throws SQLException {
                    try (PreparedStatement sql =
                            data.connection().prepareStatement("INSERT INTO ticks (said) VALUES (?)")) {
                        sql.setString(1, run.name() + " %s " + run.payload().getOrDefault("n", ""));
                        sql.executeUpdate();
                    }
                    if (run.name().equals("broken")) {
                        throw new IllegalStateException("the spring is broken");
                    }
                }
            }
            """;

    private static final String FACE = """
            package {{package}};
            import io.plexica.api.data.Data;
            import io.plexica.api.jobs.Jobs;
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.Authenticated;
            import java.sql.*;
            import java.time.Instant;
            import java.util.*;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;
            @Component(service = Face.class) @PlexicaResource @Path("/") @Produces("application/json")
            public class Face {
                private final Data data;
                private final Jobs jobs;
                @Activate public Face(@Reference Data data, @Reference Jobs jobs) {
                    this.data = data;
                    this.jobs = jobs;
                }
                @GET @Path("ticks") @Authenticated
                public List<String> ticks() throws SQLException {
                    List<String> ticks = new ArrayList<>();
                    try (Statement sql = data.connection().createStatement();
                            ResultSet row = sql.executeQuery("SELECT said FROM ticks ORDER BY n")) {
                        while (row.next()) {
                            ticks.add(row.getString(1));
                        }
                    }
                    return ticks;
                }
                @POST @Path("ask/{n}") @Authenticated
                public Map<String, Object> ask(@PathParam("n") int n, @QueryParam("break") boolean broken) {
                    UUID id = jobs.schedule("asked", Instant.now(), Map.of("n", n));
                    if (broken) {
                        throw new IllegalStateException("changed my mind");
                    }
                    return Map.of("id", id);
                }
            }
            """;

    private Clockwork() {}

    /** A version of it, whose ticks say which. */
    static PluginJar version(String id, String version) {
        return PluginJar.of(id, version)
                .source("Tick", HANDLER.formatted("tick", "Tick", "Tick", version))
                .source("Broken", HANDLER.formatted("broken", "Broken", "Broken", version))
                .source("Asked", HANDLER.formatted("asked", "Asked", "Asked", version))
                .source("Face", FACE)
                .migration(
                        "V1__ticks.sql",
                        "CREATE TABLE ticks (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, said text NOT NULL);")
                .manifest(manifest -> {
                    var jobs = manifest.putArray("jobs");
                    jobs.addObject().put("name", "tick").put("schedule", "PT1S");
                    jobs.addObject().put("name", "broken").put("schedule", "0 3 * * *");
                    jobs.addObject().put("name", "asked");
                });
    }

    /** One that cannot be: its times never come, and it does what it does not list. */
    static PluginJar impossible(String id) {
        return PluginJar.of(id, "1.0.0")
                .source("Tick", HANDLER.formatted("tock", "Tick", "Tick", "1.0.0"))
                .manifest(manifest -> manifest.putArray("jobs")
                        .addObject()
                        .put("name", "tick")
                        .put("schedule", "61 3 * * *"));
    }
}
