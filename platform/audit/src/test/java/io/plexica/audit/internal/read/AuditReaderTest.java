package io.plexica.audit.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.audit.internal.AuditMigrations;
import io.plexica.audit.internal.CoreAuditLog;
import io.plexica.audit.internal.read.AuditFilter.Asked;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Obligations;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditReaderTest {

    private static final SchemaReady READY = new SchemaReady() {};
    private static final PageQuery ALL = new PageQuery(null, null, null, null);
    private static final Asked ANYTHING = new Asked(null, null, null, null, null);
    private static final Principal ADA = new Principal(UUID.randomUUID(), "ada@acme.example", null, null, false);

    private static RoomDatabase server;
    private static FaultyDatabase database;

    private final AuditReader reader = new AuditReader(database, READY);

    @BeforeAll
    static void start() {
        server = RoomDatabase.with(new AuditMigrations());
        server.schemas().create("acme");
        server.schemas().create("globex");
        server.createPlugin("acme", "crm");
        database = server.database();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void write() {
        server.admin("DELETE FROM core.audit_log");
        CoreAuditLog log = new CoreAuditLog(database, READY);
        record(ADA, () -> log.record("acme", "core.user.created", "user", "u1", null, Map.of("email", "bob")));
        record(ADA, () -> log.record("acme", "core.user.updated", "user", "u1", Map.of("a", 1), Map.of("a", 2)));
        record(Principal.SYSTEM, () -> log.record("acme", "core.username.odd", "role", "r1", null, null));
        record(ADA, () -> log.recordFailure("acme", "core.role.deleted", "role", "r2", "it is a system role"));
        record(ADA, () -> log.record("globex", "core.user.created", "user", "u9", null, null));
        record(Principal.SYSTEM, () -> log.record(null, "core.plugin.published", "plugin", "crm", null, null));
    }

    @Test
    void a_tenant_sees_its_own_rows_the_newest_first_and_who_did_it_from_where() {
        Page<AuditEntry> page = reader.ofTenant("acme", AuditFilter.of(ANYTHING, ALL));

        assertThat(page.items())
                .extracting(AuditEntry::action)
                .containsExactly("core.role.deleted", "core.username.odd", "core.user.updated", "core.user.created");
        assertThat(page.total()).isEqualTo(4);
        AuditEntry failed = page.items().get(0);
        assertThat(failed.outcome() + " " + failed.reason()).isEqualTo("FAILURE it is a system role");
        AuditEntry updated = page.items().get(2);
        assertThat(updated.actor()).isEqualTo(new AuditEntry.Actor(ADA.id(), ADA.email(), false));
        assertThat(updated.before() + " " + updated.after()).isEqualTo("{\"a\":1} {\"a\":2}");
        assertThat(updated.ip() + " " + updated.traceId()).isEqualTo("192.0.2.7 trace1");
        assertThat(page.items().get(1).actor()).isEqualTo(new AuditEntry.Actor(Principal.SYSTEM.id(), "system", true));
    }

    @Test
    void the_platform_sees_what_concerns_no_tenant_or_the_tenant_it_names() {
        assertThat(actions(reader.ofPlatform(null, AuditFilter.of(ANYTHING, ALL))))
                .containsExactly("core.plugin.published");
        assertThat(actions(reader.ofPlatform("globex", AuditFilter.of(ANYTHING, ALL))))
                .containsExactly("core.user.created");
    }

    @Test
    void filters_narrow() {
        assertThat(actions(find(new Asked(ADA.id().toString(), null, null, null, null))))
                .containsExactly("core.role.deleted", "core.user.updated", "core.user.created");
        assertThat(actions(find(new Asked("System", null, null, null, null)))).containsExactly("core.username.odd");
        assertThat(actions(find(new Asked(null, "core.user.*", null, null, null))))
                .containsExactly("core.user.updated", "core.user.created");
        assertThat(actions(find(new Asked(null, "core.user*", null, null, null))))
                .hasSize(3);
        assertThat(actions(find(new Asked(null, "*", null, null, null)))).hasSize(4);
        assertThat(actions(find(new Asked(null, "core.user.created", null, null, null))))
                .containsExactly("core.user.created");
        assertThat(actions(find(new Asked(null, null, "role", null, null)))).hasSize(2);
        assertThat(actions(find(new Asked(null, null, "u1", null, null)))).hasSize(2);
        assertThat(actions(find(new Asked(null, null, "role/r2", null, null)))).containsExactly("core.role.deleted");
        Instant now = Instant.now();
        assertThat(actions(find(new Asked(null, null, null, now.minusSeconds(60).toString(), now.toString()))))
                .hasSize(4);
        assertThat(actions(find(new Asked(null, null, null, now.plusSeconds(60).toString(), null))))
                .isEmpty();
        assertThat(actions(reader.ofTenant(
                        "acme", AuditFilter.of(ANYTHING, new PageQuery(null, null, null, "a SYSTEM role")))))
                .containsExactly("core.role.deleted");
        assertThat(actions(
                        reader.ofTenant("acme", AuditFilter.of(ANYTHING, new PageQuery("1", "2", "action,-at", null)))))
                .containsExactly("core.user.updated", "core.username.odd");
    }

    @Test
    void everything_wrong_with_a_question_is_said_at_once() {
        assertThatThrownBy(() -> AuditFilter.of(
                        new Asked(" ", "core.*.x", "", "yesterday", "2026-13-01T00:00:00Z"),
                        new PageQuery("-1", "201", "before", null)))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(error -> error.pointer())
                                .containsExactlyInAnyOrder(
                                        "/user", "/action", "/resource", "/from", "/to", "/sort", "/page", "/size"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM core.audit_log WHERE tenant_slug <> 'acme' OR tenant_slug IS NULL",
                "SELECT count(*) FROM core.audit_log WHERE tenant_slug = 'globex'",
                "SELECT count(*) FROM core.audit_log WHERE core.audit_tenant() IS DISTINCT FROM 'acme'"
            })
    void whatever_a_query_says_a_tenants_role_sees_no_row_of_others(String sql) {
        assertThat(database.<Long>tenant("acme", connection -> number(connection, sql)))
                .isZero();
        assertThat(database.<Long>tenant(
                        "acme", connection -> number(connection, "SELECT count(*) FROM core.audit_log")))
                .isEqualTo(4);
    }

    @Test
    void a_plugins_role_sees_no_row_at_all() {
        Tenant acme = new Tenant(UUID.randomUUID(), "acme", "Acme", TenantStatus.ACTIVE, "pro", Instant.EPOCH);
        try (Contexts.Scope scope =
                Contexts.open(ExecutionContext.platform("trace1").inTenant(acme))) {
            assertThat(database.<Long>plugin(
                            new PluginRef("crm", "1.0.0"),
                            connection -> number(connection, "SELECT count(*) FROM core.audit_log")))
                    .isZero();
        }
    }

    @Test
    void pages_are_read_from_indexes_and_not_sorted() {
        fill(60_000);

        assertIndexed("", "at DESC");
        assertIndexed(" WHERE actor_email = 'u7@acme.example'", "at DESC");
        assertIndexed(" WHERE action = 'core.a7.done'", "at DESC");
        assertIndexed(" WHERE resource_id = 'r12345'", "at DESC");
        assertIndexed(" WHERE at >= now() - interval '1 hour'", "at DESC");
        assertIndexed("", "action ASC");
        assertThat(plan(" WHERE action >= 'core.a7.' AND action < 'core.a7/'", "at DESC"))
                .noneMatch(line -> line.contains("Seq Scan"));
        assertThat(find(ANYTHING).total()).isEqualTo(AuditReader.MOST_COUNTED);
    }

    @Test
    void old_rows_go_in_batches_and_leave_a_trace() {
        server.admin("INSERT INTO core.audit_log (at, tenant_slug, action, resource_type, resource_id, outcome)"
                + " SELECT now() - interval '400 days', 'acme', 'core.old', 'x', i::text, 'SUCCESS'"
                + " FROM generate_series(1, 25) i");

        assertThat(new Retention(database, 365).purge(10)).isEqualTo(25);

        assertThat(find(ANYTHING).total()).isEqualTo(4);
        assertThat(server.query(
                        "SELECT after ->> 'rows' FROM core.audit_log WHERE action = 'core.audit.purged' ORDER BY at"))
                .containsExactly("10", "10", "5");
        assertThat(new Retention(database, 365).purge(10)).isZero();
    }

    @Test
    void young_rows_never_go_and_nobody_but_the_platform_lets_rows_go() {
        assertThatThrownBy(() -> new Retention(database, 29).purge(10))
                .rootCause()
                .hasMessageContaining("at least 30 days");
        assertThatThrownBy(() -> database.tenant(
                        "acme", connection -> number(connection, "SELECT core.purge_audit_log(365, 10)")))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThat(find(ANYTHING).total()).isEqualTo(4);
    }

    private Page<AuditEntry> find(Asked asked) {
        return reader.ofTenant("acme", AuditFilter.of(asked, ALL));
    }

    private static List<String> actions(Page<AuditEntry> page) {
        return page.items().stream().map(AuditEntry::action).toList();
    }

    private static void record(Principal actor, Runnable work) {
        ExecutionContext context = new ExecutionContext(
                "trace1", null, null, null, actor, Grants.NONE, new Obligations(), null, "192.0.2.7");
        try (Contexts.Scope scope = Contexts.open(context)) {
            work.run();
        }
    }

    private static void fill(int rows) {
        server.admin("INSERT INTO core.audit_log (at, tenant_slug, actor_email, action, resource_type, resource_id,"
                + " outcome) SELECT now() - i * interval '1 second',"
                + " CASE WHEN i % 3 = 0 THEN 'globex' ELSE 'acme' END, 'u' || i % 100 || '@acme.example',"
                + " 'core.a' || i % 50 || '.done', 't' || i % 20, 'r' || i, 'SUCCESS'"
                + " FROM generate_series(1, " + rows + ") i; ANALYZE core.audit_log");
    }

    private static void assertIndexed(String where, String order) {
        assertThat(plan(where, order))
                .anyMatch(line -> line.contains("Index Scan"))
                .noneMatch(line ->
                        line.contains("Seq Scan") || (line.contains("Sort  ") && !line.contains("Incremental")));
    }

    private static List<String> plan(String where, String order) {
        String sql = "EXPLAIN SELECT * FROM core.audit_log" + where + " ORDER BY " + order + ", id LIMIT 50";
        return database.tenant("acme", connection -> {
            List<String> lines = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(row.getString(1));
                }
            }
            return lines;
        });
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
