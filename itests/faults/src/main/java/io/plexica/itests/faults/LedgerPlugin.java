package io.plexica.itests.faults;

import io.plexica.itests.support.PluginJar;

/** The plugin that people work with: each change of a thing is a row, a count, an event and a document, in one transaction. */
final class LedgerPlugin {

    static final String ID = "ledger";
    static final String CHANGED = ID + ".thing.changed";

    private static final String ENTITY = """
            package {{package}};
            import javax.persistence.*;
            @Entity @Table(name = "changes")
            public class Change {
                @Id @Column(name = "op") private String op;
                @Column(name = "thing") private String thing;
                @Column(name = "version") private long version;
                protected Change() {}
                public Change(String op, String thing, long version) {
                    this.op = op;
                    this.thing = thing;
                    this.version = version;
                }
            }
            """;

    private static final String RESOURCE = """
            package {{package}};
            import io.plexica.api.cache.Cache;
            import io.plexica.api.context.RequestContext;
            import io.plexica.api.data.Data;
            import io.plexica.api.events.Events;
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.search.*;
            import io.plexica.api.security.Authenticated;
            import io.plexica.api.storage.*;
            import java.io.*;
            import java.nio.charset.StandardCharsets;
            import java.sql.*;
            import java.time.Duration;
            import java.util.*;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;

            @Component(service = Ledger.class) @PlexicaResource @Path("/") @Produces("application/json") @Authenticated
            public class Ledger {
                private static final String NEXT = "INSERT INTO things (name, version) VALUES (?, 1)"
                        + " ON CONFLICT (name) DO UPDATE SET version = things.version + 1 RETURNING version";
                @Reference Data data;
                @Reference Events events;
                @Reference Cache cache;
                @Reference ObjectStorage storage;
                @Reference Search search;
                @Reference RequestContext context;

                @POST @Path("change") @Consumes("application/json")
                public Map<String, Object> change(Map<String, String> order) throws SQLException {
                    String thing = order.get("thing");
                    long version = number(NEXT, thing);
                    data.entityManager().persist(new Change(order.get("op"), thing, version));
                    cache.evict("thing:" + thing);
                    Map<String, Object> told = new HashMap<>(order);
                    told.put("version", version);
                    told.put("tenant", context.tenant().slug());
                    events.publish("{{id}}.thing.changed", thing, told);
                    search.index(Things.CHANGE, Things.document(order.get("op"), thing));
                    if ("BREAK".equals(order.get("intent"))) {
                        throw new IllegalStateException("changed my mind");
                    }
                    return Map.of("version", version);
                }

                @GET @Path("things/{name}")
                public Map<String, Object> read(@PathParam("name") String name) {
                    Long version = cache.remember("thing:" + name, Long.class, Duration.ofMinutes(5), () -> count(name));
                    return Map.of("version", version);
                }

                @POST @Path("attach") @Consumes("application/json")
                public Map<String, Object> attach(Map<String, String> order) {
                    String op = order.get("op");
                    byte[] bytes = op.repeat(200).getBytes(StandardCharsets.UTF_8);
                    storage.put("of/" + op, new ByteArrayInputStream(bytes), "text/plain", Map.of());
                    data.entityManager().createNativeQuery("INSERT INTO attachments (op) VALUES (?)")
                            .setParameter(1, op).executeUpdate();
                    return Map.of();
                }

                @GET @Path("attached/{op}")
                public Map<String, Object> attached(@PathParam("op") String op) throws IOException {
                    Optional<ObjectContent> found = storage.get("of/" + op);
                    if (found.isEmpty()) {
                        return Map.of("whole", false);
                    }
                    try (ObjectContent content = found.get()) {
                        String text = new String(content.stream().readAllBytes(), StandardCharsets.UTF_8);
                        return Map.of("whole", text.equals(op.repeat(200)));
                    }
                }

                @GET @Path("found/{thing}")
                public Map<String, Object> found(@PathParam("thing") String thing, @QueryParam("page") int page) {
                    SearchQuery query = SearchQuery.of("").where("thing", thing).orderBy("op", false);
                    List<String> ops = new ArrayList<>();
                    search.search(Things.CHANGE, query.page(page, 200)).items().forEach(hit -> ops.add(hit.id()));
                    return Map.of("ops", ops);
                }

                private long count(String name) {
                    try {
                        return number("SELECT coalesce(max(version), 0) FROM things WHERE name = ?", name);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }

                private long number(String query, String name) throws SQLException {
                    try (PreparedStatement sql = data.connection().prepareStatement(query)) {
                        sql.setString(1, name);
                        try (ResultSet row = sql.executeQuery()) {
                            row.next();
                            return row.getLong(1);
                        }
                    }
                }
            }
            """;

    private static final String THINGS = """
            package {{package}};
            import io.plexica.api.data.Data;
            import io.plexica.api.search.*;
            import java.sql.*;
            import java.util.*;
            import org.osgi.service.component.annotations.*;

            @Component
            public class Things implements Reindexer {
                static final DocumentType CHANGE =
                        DocumentType.of("change").acrossWorkspaces().title("name").keyword("op").keyword("thing");
                @Reference Data data;

                static SearchDocument document(String op, String thing) {
                    return SearchDocument.of(op).with("name", "of " + thing).with("op", op).with("thing", thing);
                }

                @Override public DocumentType type() { return CHANGE; }

                @Override public DocumentPage page(String after, int size) {
                    String sql = "SELECT op, thing FROM changes WHERE op > ? ORDER BY op LIMIT ?";
                    try (PreparedStatement select = data.connection().prepareStatement(sql)) {
                        select.setString(1, after == null ? "" : after);
                        select.setInt(2, size);
                        List<SearchDocument> found = new ArrayList<>();
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                found.add(document(row.getString(1), row.getString(2)));
                            }
                        }
                        return new DocumentPage(found, found.size() < size ? null : found.get(size - 1).id());
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            """;

    private static final String TABLES = """
            CREATE TABLE things (name text PRIMARY KEY, version bigint NOT NULL);
            CREATE TABLE changes (op text PRIMARY KEY, thing text NOT NULL, version bigint NOT NULL);
            CREATE TABLE attachments (op text PRIMARY KEY);
            """;

    private LedgerPlugin() {}

    static PluginJar jar() {
        return PluginJar.of(ID, "1.0.0")
                .source("Change", ENTITY)
                .source("Ledger", RESOURCE)
                .source("Things", THINGS)
                .migration("V1__ledger.sql", TABLES)
                .manifest(manifest ->
                        manifest.putObject("events").putArray("publishes").add(CHANGED));
    }
}
