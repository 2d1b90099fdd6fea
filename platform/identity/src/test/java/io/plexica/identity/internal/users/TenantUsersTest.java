package io.plexica.identity.internal.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.identity.internal.IdentityWorker;
import io.plexica.identity.internal.Recorders;
import io.plexica.identity.internal.TestDatabase;
import io.plexica.identity.internal.TestIdentityServer;
import io.plexica.identity.internal.TestSettings;
import io.plexica.spi.config.Secrets;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.TenantSpec;
import io.plexica.spi.tenancy.Tenants.NewAdmin;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users in two places at once. */
class TenantUsersTest {

    private static final SchemaReady READY = new SchemaReady() {};

    private final TestDatabase database = TestDatabase.shared();
    private final Recorders.Audit audit = new Recorders.Audit();
    private final Recorders.Roles roles = new Recorders.Roles();
    private TestIdentityServer server;
    private TenantUsers users;

    @BeforeEach
    void start() throws Exception {
        server = new TestIdentityServer();
        users = new TenantUsers(server, roles, audit, database, READY);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aUserIsCreatedInTheServerAndTheTenantOnce() {
        database.addTenant("crew");

        UUID id = users.create("crew", " Ada@Crew.test ", "Ada", null, "secret", Set.of("admin", "member"));
        UUID again = users.create("crew", "ada@crew.test", "Ada", null, "secret", Set.of("admin", "member"));

        assertThat(again).isEqualTo(id);
        assertThat(server.calls).containsOnly("create tenant-crew ada@crew.test admin");
        assertThat(database.text(
                        "SELECT email || ' ' || first_name || ' ' || status FROM tenant_crew.users WHERE id = '" + id
                                + "'"))
                .isEqualTo("ada@crew.test Ada ACTIVE");
        assertThat(roles.assigned).containsOnly("crew " + id + " [admin, member]");
        assertThat(audit.rows).hasSize(1).first().asString().startsWith("crew core.user.created");
    }

    @Test
    void aUserWhoseRolesAreRefusedLeavesNoRow() {
        database.addTenant("crew");

        assertThatThrownBy(() -> users.create("crew", "eve@crew.test", null, null, "secret", Set.of("nobodys")))
                .hasMessageContaining("nobodys");

        assertThat(database.text("SELECT count(*) FROM tenant_crew.users WHERE email = 'eve@crew.test'"))
                .isEqualTo("0");
        assertThat(audit.rows).isEmpty();
    }

    @Test
    void theFirstAdminIsMadeAgainWithoutHarmAndNeverGuessed() {
        database.addTenant("fresh");
        AdminStep step = new AdminStep(users, database, READY);
        UUID id = UUID.randomUUID();
        TenantSpec unknown = new TenantSpec(id, "fresh", "Fresh", "free", null);
        TenantSpec known =
                new TenantSpec(id, "fresh", "Fresh", "free", new NewAdmin("a@fresh.test", null, null, "secret"));

        assertThatThrownBy(() -> step.apply(unknown)).hasMessageContaining("create the tenant again");
        step.apply(known);
        step.apply(known);
        step.apply(unknown);
        step.undo(known);

        assertThat(roles.assigned).hasSize(2).allMatch(line -> line.endsWith("[admin]"));
    }

    @Test
    void whoIsSeenKeepsNamesThatTheTokenLeavesOut() {
        database.addTenant("names");
        UserRows rows = new UserRows(database);
        UUID id = UUID.randomUUID();

        rows.see("names", new Principal(id, "ada@names.test", "Ada", "Byron", false));
        rows.see("names", new Principal(id, "ada@new.test", null, "Lovelace", false));

        assertThat(database.text(
                        "SELECT email || ' ' || first_name || ' ' || last_name FROM tenant_names.users WHERE id = '"
                                + id + "'"))
                .isEqualTo("ada@new.test Ada Lovelace");
    }

    @Test
    void theConfiguredSuperAdminIsCreatedAsSoonAsTheServerAnswers() {
        server.down = true;
        IdentityWorker worker = new IdentityWorker();

        new SuperAdminBootstrap(
                TestSettings.of(Map.of("superAdminEmail", "root@plexica.test")), new OneSecret(), users, worker);
        server.down = false;

        Awaitility.await()
                .untilAsserted(() -> assertThat(server.calls).containsExactly("create plexica root@plexica.test"));
        Awaitility.await()
                .until(() -> database.text("SELECT count(*) FROM core.super_admins WHERE email = 'root@plexica.test'")
                        .equals("1"));
        worker.close();
    }

    private static final class OneSecret implements Secrets {
        @Override
        public Optional<String> find(String name) {
            return Optional.of("secret");
        }

        @Override
        public String require(String name) {
            return "secret";
        }
    }
}
