package io.plexica.itests.blackbox;

import io.plexica.itests.support.PluginJar;

/** Two plugins: one that says things, and one that listens to it and to the platform. */
final class Gossip {

    private static final String SPEAKER = """
            package {{package}};
            import io.plexica.api.events.Events;
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.Authenticated;
            import java.util.Map;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;
            @Component(service = Speaker.class) @PlexicaResource @Path("/") @Produces("application/json")
            public class Speaker {
                private final Events events;
                @Activate public Speaker(@Reference Events events) { this.events = events; }
                @POST @Path("say/{thing}/{n}") @Authenticated
                public Map<String, Object> say(
                        @PathParam("thing") String thing,
                        @PathParam("n") int n,
                        @QueryParam("name") @DefaultValue("{{id}}.thing.said") String name,
                        @QueryParam("break") boolean broken) {
                    Map<String, Object> said = Map.of("id", events.publish(name, thing, Map.of("n", n)));
                    if (broken) {
                        throw new IllegalStateException("changed my mind");
                    }
                    return said;
                }
            }
            """;

    private static final String LISTENER = """
            package {{package}};
            import io.plexica.api.data.Data;
            import io.plexica.api.events.*;
            import java.sql.*;
            import org.osgi.service.component.annotations.*;
            @Component @HandlesEvent(name = "%s")
            public class %s implements EventHandler {
                private final Data data;
                @Activate public %s(@Reference Data data) { this.data = data; }
                @Override public void handle(Event event) throws SQLException {
                    Object n = event.payload().get("n");
                    try (Statement sql = data.connection().createStatement()) {
                        sql.execute("INSERT INTO heard (said) VALUES ('" + event.aggregateId() + "/" + n + "')");
                        try (ResultSet row = sql.executeQuery("SELECT FROM mercy")) {
                            if (Integer.valueOf(13).equals(n) && !row.next()) {
                                throw new IllegalStateException("thirteen is bad luck");
                            }
                        }
                    }
                }
            }
            """;

    private static final String EARS = """
            package {{package}};
            import io.plexica.api.data.Data;
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.Authenticated;
            import java.sql.*;
            import java.util.*;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;
            @Component(service = Ears.class) @PlexicaResource @Path("/") @Produces("application/json")
            public class Ears {
                private final Data data;
                @Activate public Ears(@Reference Data data) { this.data = data; }
                @GET @Path("heard") @Authenticated
                public List<String> heard() throws SQLException {
                    List<String> heard = new ArrayList<>();
                    try (Statement sql = data.connection().createStatement();
                            ResultSet row = sql.executeQuery("SELECT said FROM heard ORDER BY n")) {
                        while (row.next()) {
                            heard.add(row.getString(1));
                        }
                    }
                    return heard;
                }
                @POST @Path("mercy") @Authenticated
                public Map<String, Object> mercy() throws SQLException {
                    try (Statement sql = data.connection().createStatement()) {
                        sql.execute("INSERT INTO mercy VALUES (1)");
                    }
                    return Map.of();
                }
            }
            """;

    private Gossip() {}

    /** Says {@code <id>.thing.said} when it is told to. */
    static PluginJar speaker(String id) {
        return PluginJar.of(id, "1.0.0")
                .source("Speaker", SPEAKER)
                .manifest(manifest ->
                        manifest.putObject("events").putArray("publishes").add(id + ".thing.said"));
    }

    /** Remembers what was said; the thirteenth is too much for it unless it was shown mercy. */
    static PluginJar listener(String id, String speaker) {
        String said = speaker + ".thing.said";
        return PluginJar.of(id, "1.0.0")
                .source("Listener", LISTENER.formatted(said, "Listener", "Listener"))
                .source("Users", LISTENER.formatted("core.user.created", "Users", "Users"))
                .source("Ears", EARS)
                .migration(
                        "V1__heard.sql",
                        "CREATE TABLE heard (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, said text NOT NULL);"
                                + " CREATE TABLE mercy (n integer NOT NULL);")
                .manifest(manifest -> manifest.putObject("events")
                        .putArray("subscribes")
                        .add(said)
                        .add("core.user.created"));
    }
}
