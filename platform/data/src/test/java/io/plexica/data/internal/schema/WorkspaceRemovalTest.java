package io.plexica.data.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.DataPlatform;
import io.plexica.data.testing.TestServer;
import io.plexica.data.testing.desk.Memo;
import io.plexica.data.testing.desk.Ticket;
import io.plexica.spi.plugins.PluginRef;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkspaceRemovalTest {

    private static final String SLUG = "leavers";
    private static final UUID SALES = new UUID(0, 1);
    private static final UUID BUYERS = new UUID(0, 2);
    private static final PluginRef DESK = new PluginRef("desk", "1.0.0");

    private final TestServer server = TestServer.shared();
    private final DataPlatform platform = server.platform(2);
    private final ClassLoader loader = new ClassLoader(WorkspaceRemovalTest.class.getClassLoader()) {};

    @BeforeEach
    void rowsInTwoWorkspaces() throws SQLException {
        platform.defaultWorkspaces(slug -> Optional.of(SALES));
        platform.tenantSchemas().create(SLUG);
        platform.pluginUnits().open(DESK, List.of(Ticket.class.getName(), Memo.class.getName()), loader);
        platform.pluginSchemas().migrate(SLUG, DESK.id(), "plugins/desk2/db", loader);
        for (UUID place : List.of(SALES, BUYERS)) {
            server.run("SET search_path = tenant_leavers__desk; INSERT INTO tickets (id, title, workspace_id) VALUES ('"
                    + place + "', 'x', '" + place + "'); INSERT INTO ticket_tags VALUES ('" + place + "', '" + place
                    + "', 'red'), ('" + place + "', '" + place + "', 'blue')");
        }
    }

    @AfterEach
    void close() {
        platform.tenantSchemas().drop(SLUG);
        platform.close();
    }

    @Test
    void whatWouldBeLostIsCounted() {
        assertThat(platform.workspaceRemoval().dependants(SLUG, BUYERS))
                .containsExactly("desk.ticket_tags: 2 rows", "desk.tickets: 1 row");
        assertThat(platform.workspaceRemoval().dependants(SLUG, UUID.randomUUID()))
                .isEmpty();
    }

    @Test
    void aWorkspacesRowsGoAndNobodyElses() throws SQLException {
        platform.workspaceRemoval().removed(SLUG, BUYERS);
        assertThat(platform.workspaceRemoval().dependants(SLUG, BUYERS)).isEmpty();
        assertThat(platform.workspaceRemoval().dependants(SLUG, SALES))
                .containsExactly("desk.ticket_tags: 2 rows", "desk.tickets: 2 rows");
    }

    @Test
    void whatTheTenantStillNeedsKeepsTheWorkspace() throws SQLException {
        server.run("CREATE TABLE tenant_leavers__desk.favourites (ticket uuid REFERENCES tenant_leavers__desk.tickets);"
                + " INSERT INTO tenant_leavers__desk.favourites VALUES ('" + BUYERS + "')");
        assertThatThrownBy(() -> platform.workspaceRemoval().removed(SLUG, BUYERS))
                .isInstanceOfSatisfying(PlexicaException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
                    assertThat(refusal.detail()).startsWith("dependants: something of desk");
                });
        assertThat(platform.workspaceRemoval().dependants(SLUG, BUYERS)).hasSize(2);
    }
}
