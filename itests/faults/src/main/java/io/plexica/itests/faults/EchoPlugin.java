package io.plexica.itests.faults;

import io.plexica.itests.support.PluginJar;

/** The plugin that hears of changes and writes down, in tables of its own, that it did; or behaves as badly as it is told. */
final class EchoPlugin {

    static final String ID = "echo";

    private static final String HANDLER = """
            package {{package}};
            import io.plexica.api.context.RequestContext;
            import io.plexica.api.data.Data;
            import io.plexica.api.events.*;
            import java.io.IOException;
            import java.nio.file.*;
            import java.sql.*;
            import java.util.*;
            import java.util.concurrent.locks.LockSupport;
            import org.osgi.service.component.annotations.*;

            @Component @HandlesEvent(name = "%s")
            public class Echo implements EventHandler {
                @Reference Data data;
                @Reference RequestContext context;
                private static final long PAUSE = 20_000_000;

                @Override public void handle(Event event) throws Exception {
                    Map<String, Object> told = event.payload();
                    String op = (String) told.get("op");
                    String sql = "INSERT INTO effects (op, thing, version, tenant, origin) VALUES (?, ?, ?, ?, ?)";
                    try (PreparedStatement insert = data.connection().prepareStatement(sql)) {
                        insert.setString(1, op);
                        insert.setString(2, event.aggregateId());
                        insert.setLong(3, ((Number) told.get("version")).longValue());
                        insert.setString(4, context.tenant().slug());
                        insert.setString(5, (String) told.get("tenant"));
                        insert.executeUpdate();
                    }
                    behave((String) told.get("intent"), op, Path.of((String) told.get("folder")));
                }

                private void behave(String intent, String op, Path folder) throws Exception {
                    Path latch = folder.resolve(op + ".latch");
                    boolean first = !intent.equals("KEEP") && enter(folder, op) == 1;
                    switch (intent) {
                        case "POISON" -> throw new IllegalStateException("nobody can handle this");
                        case "STUMBLE" -> {
                            if (first) {
                                throw new IllegalStateException("not today");
                            }
                        }
                        case "HANG" -> {
                            while (first) {
                                pause();
                            }
                        }
                        case "STUBBORN" -> {
                            while (first && entered(folder, op) == 1) {
                                LockSupport.parkNanos(PAUSE);
                            }
                        }
                        case "LATCHED" -> {
                            while (Files.exists(latch)) {
                                pause();
                            }
                        }
                        default -> { }
                    }
                }

                /** Notes on which node this begins; how often it has begun. */
                private static long enter(Path folder, String op) throws IOException {
                    Files.writeString(folder.resolve(op + ".entered"), System.getProperty("karaf.base") + "\\n",
                            StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    return entered(folder, op);
                }

                private static long entered(Path folder, String op) throws IOException {
                    return Files.readAllLines(folder.resolve(op + ".entered")).size();
                }

                private static void pause() throws InterruptedException {
                    if (Thread.interrupted()) {
                        throw new InterruptedException("cut off");
                    }
                    LockSupport.parkNanos(PAUSE);
                }
            }
            """;

    private static final String TABLES = """
            CREATE TABLE effects (
                n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, op text NOT NULL, thing text NOT NULL,
                version bigint NOT NULL, tenant text NOT NULL, origin text NOT NULL);
            """;

    private EchoPlugin() {}

    static PluginJar jar() {
        return PluginJar.of(ID, "1.0.0")
                .source("Echo", HANDLER.formatted(LedgerPlugin.CHANGED))
                .migration("V1__echo.sql", TABLES)
                .manifest(manifest ->
                        manifest.putObject("events").putArray("subscribes").add(LedgerPlugin.CHANGED));
    }
}
