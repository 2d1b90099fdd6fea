package io.plexica.data.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.DataPlatform;
import io.plexica.data.testing.Folder;
import io.plexica.data.testing.Room;
import io.plexica.data.testing.TestServer;
import io.plexica.data.testing.desk.Memo;
import io.plexica.spi.data.SchemaContent;
import io.plexica.spi.data.SchemaContent.TableContent;
import io.plexica.spi.data.TenantCopies.TableSource;
import io.plexica.spi.plugins.PluginRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables go out of one tenant and into another, and are the same there. */
class TenantCopiesTest {

    private static final String FROM = "copies-from";
    private static final String TO = "copies-to";
    private static final String V1 = """
            CREATE TABLE "odd ""n" (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "a column" text,
                twice text GENERATED ALWAYS AS ("a column" || "a column") STORED, odd timestamptz[], bytes bytea);
            CREATE TABLE hens (id int PRIMARY KEY, egg int);
            CREATE TABLE eggs (id int PRIMARY KEY, hen int NOT NULL REFERENCES hens);
            ALTER TABLE hens ADD CONSTRAINT hens_egg FOREIGN KEY (egg) REFERENCES eggs;
            CREATE TABLE memos (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, workspace_id uuid NOT NULL,
                text text NOT NULL);
            CREATE TABLE parts (id int, part text) PARTITION BY LIST (part);
            CREATE TABLE parts_a PARTITION OF parts FOR VALUES IN ('a');
            """;
    private static final String ROWS = """
            INSERT INTO %1$s."odd ""n" ("a column", odd, bytes)
                VALUES (E'tab\tline\n\\\\. end', ARRAY[now(), NULL], '\\x00ff'), (NULL, NULL, NULL);
            INSERT INTO %1$s.hens VALUES (1, NULL); INSERT INTO %1$s.eggs VALUES (7, 1); UPDATE %1$s.hens SET egg = 7;
            INSERT INTO %1$s.memos (workspace_id, text) VALUES ('%2$s', 'one'), ('%3$s', 'two');
            INSERT INTO %1$s.parts VALUES (1, 'a');
            """;

    private final TestServer server = TestServer.shared();
    private final DataPlatform platform = server.platform(3);
    private final Map<String, byte[]> rows = new HashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void tenants() {
        platform.rooms().add(Room.named("alpha"));
        platform.defaultWorkspaces(slug -> Optional.of(new UUID(0, 1)));
        platform.tenantSchemas().create(FROM);
        platform.tenantSchemas().create(TO);
    }

    @AfterEach
    void close() {
        platform.tenantSchemas().drop(FROM);
        platform.tenantSchemas().drop(TO);
        platform.close();
    }

    @Test
    void aTenantsOwnTablesAreTheSameElsewhereAndItsSequencesGoOn() throws Exception {
        server.run("INSERT INTO tenant_copies_from.notes VALUES (1, 'x', NULL); INSERT INTO tenant_copies_from.counters"
                + " (name) VALUES ('a'), ('b')");
        server.run("INSERT INTO tenant_copies_to.notes VALUES (9, 'gone', NULL)");

        SchemaContent content = out(null);
        platform.copies().fill(TO, content, source());

        assertThat(content.histories().keySet()).containsExactly("alpha");
        assertThat(server.ask("SELECT string_agg(id || tenant, ',') FROM tenant_copies_to.notes"))
                .isEqualTo("1x");
        server.run("INSERT INTO tenant_copies_to.counters (name) VALUES ('c')");
        assertThat(server.ask("SELECT string_agg(id || name, ',' ORDER BY id) FROM tenant_copies_to.counters"))
                .isEqualTo("1a,2b,3c");
    }

    @Test
    void aTenantThatIsRemovedWhileItIsLookedAtIsNoFault() {
        plugin();

        assertThatThrownBy(() -> platform.copies().look(FROM, snapshot -> {
                    platform.tenantSchemas().drop(FROM);
                    return snapshot.plugins();
                }))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    @Test
    void aPluginsTablesTooWhateverTheyAreCalledAndWhoeverMaySeeTheirRows() throws Exception {
        ClassLoader loader = plugin();
        String theirs = "tenant_copies_from__desk";
        server.run(ROWS.formatted(theirs, new UUID(0, 1), new UUID(0, 2)));

        SchemaContent content = out("desk");
        platform.copies().fill(TO, "desk", "db", loader, content, source());

        for (String table : List.of("\"odd \"\"n\"", "hens", "eggs", "memos", "parts")) {
            String all = "SELECT coalesce(string_agg(t::text, '/' ORDER BY t::text), '') FROM %s." + table + " t";
            assertThat(server.ask(all.formatted("tenant_copies_to__desk")))
                    .isNotEmpty()
                    .isEqualTo(server.ask(all.formatted(theirs)));
        }
        assertThat(server.ask("SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid ="
                        + " 'tenant_copies_to__desk.memos'::regclass"))
                .isEqualTo("t");
        assertThat(server.ask("SELECT count(*) FROM pg_constraint WHERE condeferrable AND connamespace ="
                        + " 'tenant_copies_to__desk'::regnamespace"))
                .isEqualTo("0");
        assertThat(platform.pluginSchemas().pending(TO, "desk", "db", loader)).isEmpty();
    }

    @Test
    void rowsOfOlderTablesComeIntoOlderTablesAndAreMigratedThere() throws Exception {
        ClassLoader loader = plugin();
        server.run(ROWS.formatted("tenant_copies_from__desk", new UUID(0, 1), new UUID(0, 2)));
        SchemaContent content = out("desk");
        ClassLoader newer = new Folder(folder, "db")
                .with("V2__more.sql", "ALTER TABLE eggs ADD COLUMN size int; UPDATE eggs SET size = 3;")
                .loader();

        assertThat(platform.copies().problems(content, "db", newer)).isEmpty();
        platform.copies().fill(TO, "desk", "db", newer, content, source());

        assertThat(server.ask("SELECT size FROM tenant_copies_to__desk.eggs")).isEqualTo("3");
        assertThat(platform.copies().problems(content, "db", loader)).isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefusedAndSaid() throws Exception {
        ClassLoader loader = plugin();
        server.run(ROWS.formatted("tenant_copies_from__desk", new UUID(0, 1), new UUID(0, 2)));
        SchemaContent good = out("desk");
        assertThat(platform.copies().problems(good, null, loader))
                .containsExactly("V1__x.sql has run and is newer than what is here");
        assertThat(platform.copies().problems(new SchemaContent(Map.of("beta", List.of()), List.of(), List.of())))
                .containsExactly("this platform has no room beta");

        refused(loader, good.with(good.tables().subList(1, good.tables().size())), "are missing");
        refused(
                loader,
                changed(good, table -> new TableContent(table.name(), List.of("id; DROP"), table.rows())),
                "has the columns");
        refused(loader, changed(good, table -> table.with(table.rows() + 1)), "were said to be");
        List<TableContent> more = new ArrayList<>(good.tables());
        more.add(new TableContent("pg_catalog", List.of(), 0));
        refused(loader, good.with(more), "not there");
        rows.replaceAll((table, bytes) -> "not\ta row\n".getBytes(StandardCharsets.UTF_8));
        refused(loader, good, "refused by the database");
        assertThat(server.ask("SELECT count(*) FROM tenant_copies_to__desk.eggs"))
                .isEqualTo("0");
    }

    private interface Change {
        TableContent of(TableContent table);
    }

    private static SchemaContent changed(SchemaContent content, Change change) {
        return content.with(content.tables().stream()
                .map(table -> table.name().equals("eggs") ? change.of(table) : table)
                .toList());
    }

    private void refused(ClassLoader loader, SchemaContent content, String reason) {
        assertThatThrownBy(() -> platform.copies().fill(TO, "desk", "db", loader, content, source()))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
                    assertThat(e.detail() + e.errors()).contains(reason);
                });
    }

    private ClassLoader plugin() {
        ClassLoader loader =
                withEntities(new Folder(folder, "db").with("V1__x.sql", V1).loader());
        platform.pluginUnits().open(new PluginRef("desk", "1.0.0"), List.of(Memo.class.getName()), loader);
        platform.pluginSchemas().migrate(FROM, "desk", "db", loader);
        return loader;
    }

    private static ClassLoader withEntities(ClassLoader files) {
        return new ClassLoader(TenantCopiesTest.class.getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.equals("db") ? files.getResources(name) : super.getResources(name);
            }
        };
    }

    private SchemaContent out(@Nullable String plugin) throws IOException {
        return platform.copies().look(FROM, snapshot -> {
            SchemaContent content = plugin == null
                    ? snapshot.tenant()
                    : Optional.ofNullable(snapshot.plugins().get(plugin)).orElseThrow();
            List<TableContent> counted = new ArrayList<>();
            for (TableContent table : content.tables()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                counted.add(table.with(snapshot.copy(plugin, table, out)));
                rows.put(table.name(), out.toByteArray());
            }
            return content.with(counted);
        });
    }

    private TableSource source() {
        return table -> new ByteArrayInputStream(rows.getOrDefault(table.name(), new byte[0]));
    }
}
