package io.plexica.data.internal;

import static io.plexica.data.testing.TestContext.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.Stage;
import io.plexica.data.testing.shop.Item;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a plugin's code tries in a tenant, by mistake or because somebody smuggled SQL into it. */
class ContextWallsTest {

    private static final String DENIED = "42501";
    private static Stage stage;

    @BeforeAll
    static void raise() throws Exception {
        stage = Stage.inhabited();
    }

    @AfterAll
    static void lower() {
        stage.close();
    }

    @Test
    void noTenantsTableIsReachedWithoutAContext() {
        for (var attempt : new Runnable[] {
            () -> stage.shop.read(entities -> 0),
            () -> stage.shop.write(entities -> 0),
            () -> stage.shop.requiresNew(entities -> 0),
            () -> stage.shop.connection(),
            () -> stage.shop.entityManager(),
            () -> stage.platform.database().plugin(Stage.SHOP, c -> 0)
        }) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR));
        }
    }

    @Test
    void aBackgroundThreadHasNoTenant() {
        assertThatThrownBy(() -> in(
                        stage.acme,
                        () -> CompletableFuture.supplyAsync(() -> stage.shop.read(entities -> 0))
                                .join()))
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(PlexicaException.class)
                .hasStackTraceContaining("There is no tenant here");
    }

    @Test
    void connectionsAndEntityManagersStayOnTheirThread() throws Exception {
        in(
                stage.acme,
                () -> stage.shop.write(entities -> {
                    Connection connection = stage.shop.connection();
                    assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> Sql.askQuietly(connection, "select 1"))
                                    .join())
                            .hasStackTraceContaining("belongs to the thread");
                    assertThatThrownBy(() -> CompletableFuture.supplyAsync(
                                            () -> entities.find(Item.class, java.util.UUID.randomUUID()))
                                    .join())
                            .hasStackTraceContaining("belongs to the thread");
                    return 0;
                }));
    }

    @Test
    void theBarePoolLoginReachesNothing() throws Exception {
        var access = stage.server.access();
        try (Connection connection = java.sql.DriverManager.getConnection(
                access.url(), access.pool().user(), access.pool().password())) {
            for (String sql : new String[] {
                "select * from core.alpha",
                "select * from tenant_" + stage.acme + ".notes",
                "select * from " + stage.shopSchema(stage.acme) + ".items",
                "create table public.t (id int)",
                "create temporary table t (id int)",
                "create schema s",
                "set role plexica_admin",
                "set role owner_" + stage.acme + "__shop"
            }) {
                assertThatThrownBy(() -> Sql.run(connection, sql))
                        .as(sql)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
            }
        }
    }

    @Test
    void anUnknownTenantIsAnErrorNeverADefaultSchema() {
        assertThatThrownBy(() -> stage.platform.database().tenant("nobody", c -> Sql.ask(c, "select 1")))
                .isInstanceOf(PlexicaException.class);
        assertThatThrownBy(() -> stage.platform.database().tenant("no; body", c -> Sql.ask(c, "select 1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> in(
                        "nobody",
                        () -> stage.shop.read(entities ->
                                entities.createQuery("select i from Item i").getResultList())))
                .isInstanceOf(RuntimeException.class);
    }
}
