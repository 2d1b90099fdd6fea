package io.plexica.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.audit.AuditListener;
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
import java.sql.SQLException;
import java.sql.Statement;
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
class AuditLogTest {

    private static final PluginRef CRM = new PluginRef("crm", "1.0.0");
    private static final Principal ADA = new Principal(UUID.randomUUID(), "ada@acme.example", "Ada", null, false);
    private static final String CALL = "SELECT core.audit('globex', NULL, NULL, false, 'a.b.c', 't', 'id', NULL, NULL,"
            + " 'SUCCESS', NULL, NULL, NULL)";

    private static RoomDatabase server;
    private static FaultyDatabase database;

    private final CoreAuditLog log = new CoreAuditLog(database, new SchemaReady() {});

    @BeforeAll
    static void start() {
        server = RoomDatabase.with(new AuditMigrations());
        server.schemas().create("acme");
        server.createPlugin("acme", "crm");
        database = server.database();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void empty() {
        server.admin("DELETE FROM core.audit_log");
    }

    @Test
    void a_row_says_who_did_what_to_what_from_where() {
        record Contact(String name, Instant since) {}
        ExecutionContext context = new ExecutionContext(
                "trace1", null, null, null, ADA, Grants.NONE, new Obligations(), null, "192.0.2.7");
        try (Contexts.Scope scope = Contexts.open(context)) {
            log.record("acme", "core.user.created", "user", "u1", null, new Contact("Bob", Instant.EPOCH));
        }

        assertThat(server.query("SELECT concat_ws(' ', tenant_slug, actor_id, actor_email, super_admin, action,"
                        + " resource_type, resource_id, before, after, outcome, ip, trace_id) FROM core.audit_log"))
                .containsExactly("acme " + ADA.id() + " ada@acme.example f core.user.created user u1"
                        + " {\"name\": \"Bob\", \"since\": \"1970-01-01T00:00:00Z\"} SUCCESS 192.0.2.7 trace1");
    }

    @Test
    void who_listens_hears_of_changes_in_tenants_and_can_undo_them() {
        List<String> heard = new ArrayList<>();
        AuditListener listener = (slug, action, type, id) -> heard.add(slug + " " + action + " " + type + " " + id);
        log.add(listener);
        log.record("acme", "core.role.created", "role", "r1", null, null);
        log.record(null, "core.plugin.published", "plugin", "crm", null, null);
        log.recordFailure("acme", "core.role.created", "role", "r2", "taken");
        log.remove(listener);
        log.record("acme", "core.role.deleted", "role", "r1", null, null);
        assertThat(heard).containsExactly("acme core.role.created role r1");

        log.add((slug, action, type, id) -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(() -> database.newUnitOfWork(() -> {
                    log.record("acme", "core.role.created", "role", "undone", null, null);
                    return null;
                }))
                .hasMessage("no");
        assertThat(server.query("SELECT resource_id FROM core.audit_log WHERE resource_id = 'undone'"))
                .isEmpty();
    }

    @Test
    void a_row_goes_with_the_change_that_is_rolled_back() {
        assertThatThrownBy(() -> database.unitOfWork(() -> {
                    log.record("acme", "core.user.created", "user", "u1", null, null);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(server.query("SELECT action FROM core.audit_log")).isEmpty();
    }

    @Test
    void a_failure_is_recorded_even_if_everything_else_is_rolled_back() {
        assertThatThrownBy(() -> database.unitOfWork(() -> {
                    database.core(connection -> 1);
                    log.recordFailure("acme", "core.user.created", "user", "u1", "no more seats");
                    throw new IllegalStateException("as I said");
                }))
                .hasMessage("as I said");

        assertThat(server.query("SELECT outcome || ' ' || reason FROM core.audit_log"))
                .containsExactly("FAILURE no more seats");
    }

    @Test
    void recording_a_failure_never_fails() {
        FaultyDatabase broken = server.database();
        broken.setDown(true);

        assertThatCode(() -> new CoreAuditLog(broken, new SchemaReady() {})
                        .recordFailure("acme", "core.user.created", "user", "u1", "x".repeat(10_000)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_plugin_writes_as_itself_in_its_tenant_through_the_service_for_authors() {
        PluginAudit audit = new PluginAudit(database, CRM);

        inTenant("acme", () -> audit.record("crm.contact.deleted", "contact", "c1", Map.of("name", "Bob"), null));

        assertThat(server.query("SELECT concat_ws(' ', tenant_slug, plugin_id, action, before) FROM core.audit_log"))
                .containsExactly("acme crm crm.contact.deleted {\"name\": \"Bob\"}");
    }

    @Test
    void a_tenant_role_cannot_write_in_another_tenants_name() {
        database.tenant("acme", connection -> run(connection, CALL));

        assertThat(server.query("SELECT tenant_slug FROM core.audit_log")).containsExactly("acme");
    }

    @Test
    void a_plugin_role_cannot_write_in_another_tenants_or_plugins_name() {
        inTenant("acme", () -> database.plugin(CRM, connection -> run(connection, CALL)));

        assertThat(server.query("SELECT tenant_slug || ' ' || plugin_id FROM core.audit_log"))
                .containsExactly("acme crm");
    }

    @Test
    void the_platform_may_name_a_tenant() {
        database.core(connection -> run(connection, CALL));

        assertThat(server.query("SELECT tenant_slug FROM core.audit_log")).containsExactly("globex");
    }

    @Test
    void a_role_that_stands_for_nobody_writes_nothing() {
        assertThatThrownBy(() -> server.admin(CALL)).rootCause().hasMessageContaining("may not write to the audit log");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE core.audit_log SET action = 'forged'",
                "DELETE FROM core.audit_log",
                "TRUNCATE core.audit_log",
                "INSERT INTO core.audit_log (action, resource_type, resource_id, outcome) VALUES ('a','b','c','SUCCESS')",
                "ALTER TABLE core.audit_log DISABLE TRIGGER ALL",
                "DROP FUNCTION core.audit_log_is_append_only() CASCADE"
            })
    void nobody_forges_or_rewrites_rows(String sql) {
        database.core(connection -> run(connection, CALL));

        assertThatThrownBy(() -> database.core(connection -> run(connection, sql)))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        assertThatThrownBy(() -> database.tenant("acme", connection -> run(connection, sql)))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        inTenant(
                "acme",
                () -> assertThatThrownBy(() -> database.plugin(CRM, connection -> run(connection, sql)))
                        .rootCause()
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE core.audit_log SET action = 'forged'",
                "DELETE FROM core.audit_log",
                "TRUNCATE core.audit_log",
                "INSERT INTO core.audit_log (action, resource_type, resource_id, outcome) VALUES ('a','b','c','SUCCESS')"
            })
    void not_even_with_privileges_given_by_mistake(String sql) {
        database.core(connection -> run(connection, CALL));
        server.admin("GRANT ALL ON core.audit_log TO plexica_core");
        try {
            assertThatThrownBy(() -> database.core(connection -> run(connection, sql)))
                    .rootCause()
                    .hasMessageContaining("append-only");
        } finally {
            server.admin("REVOKE ALL ON core.audit_log FROM plexica_core");
            server.admin("GRANT SELECT ON core.audit_log TO plexica_core");
        }
    }

    @Test
    void even_the_owner_does_not_change_a_row_by_accident() {
        database.core(connection -> {
            run(connection, CALL);
            return 1;
        });

        assertThatThrownBy(() -> server.admin("UPDATE core.audit_log SET action = 'forged'"))
                .rootCause()
                .hasMessageContaining("append-only");
    }

    private static boolean run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private static void inTenant(String slug, Runnable work) {
        Tenant tenant = new Tenant(UUID.randomUUID(), slug, slug, TenantStatus.ACTIVE, "free", Instant.EPOCH);
        try (Contexts.Scope scope =
                Contexts.open(ExecutionContext.platform("trace").inTenant(tenant))) {
            work.run();
        }
    }
}
