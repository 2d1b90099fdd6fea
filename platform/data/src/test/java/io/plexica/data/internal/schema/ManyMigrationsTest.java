package io.plexica.data.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.DataPlatform;
import io.plexica.data.internal.schema.MigrationStatus.Part;
import io.plexica.data.testing.Folder;
import io.plexica.data.testing.Room;
import io.plexica.data.testing.TestServer;
import io.plexica.spi.data.RoomMigrations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New migrations arrive where there are hundreds of tenants. */
class ManyMigrationsTest {

    private static final int TENANTS = 300;
    private static final String CONFLICTING = "many-7";

    private final TestServer server = TestServer.shared();
    private final List<DataPlatform> nodes = new ArrayList<>();

    @TempDir
    Path files;

    private void tenants(int howMany) throws SQLException {
        DataPlatform platform = node();
        all().limit(howMany).parallel().forEach(platform.tenantSchemas()::create);
        server.run("CREATE TABLE tenant_many_7.orders (id int)");
    }

    private static Stream<String> all() {
        return IntStream.range(0, TENANTS).mapToObj(i -> "many-" + i);
    }

    @AfterEach
    void clear() throws SQLException {
        DataPlatform platform = node();
        Set<String> there = Set.of(server.ask("SELECT string_agg(tenant_slug, ',') FROM core.data_roles")
                .split(","));
        all().filter(there::contains).parallel().forEach(platform.tenantSchemas()::drop);
        nodes.forEach(DataPlatform::close);
        assertThat(server.ask("SELECT count(*) FROM core.data_failures")).isEqualTo("0");
    }

    @Test
    void allAreMigratedOnceThoughANodeDiesAndTwoOthersGoOnAtTheSameTime() throws Exception {
        tenants(TENANTS);
        RoomMigrations orders = orders();
        DataPlatform dying = node();
        CompletableFuture<Void> broken =
                CompletableFuture.runAsync(() -> dying.rooms().add(orders));
        await().until(() -> Integer.parseInt(done()) > 20);
        dying.close();
        assertThatThrownBy(broken::join).hasMessageContaining("the remaining tenants are migrated at the next start");
        assertThat(Integer.parseInt(done())).isBetween(21, TENANTS - 20);
        assertThat(dying.rooms().failed()).doesNotContain("many-1");

        DataPlatform first = node();
        DataPlatform second = node();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> first.rooms().add(orders)),
                        CompletableFuture.runAsync(() -> second.rooms().add(orders)))
                .join();

        assertThat(done()).isEqualTo(String.valueOf(TENANTS - 1));
        assertThat(server.ask("SELECT count(*) FROM pg_tables WHERE tablename = 'orders' AND schemaname LIKE"
                        + " 'tenant\\_many\\_%'"))
                .isEqualTo(String.valueOf(TENANTS));
        for (DataPlatform node : List.of(first, second)) {
            assertThat(node.rooms().failed()).containsExactly(CONFLICTING);
            assertOutOfService(node);
            node.database()
                    .tenant("many-8", connection -> connection.createStatement().execute("SELECT * FROM orders"));
        }
        Part part = first.rooms().status().parts().get(0);
        assertThat(part.name()).isEqualTo("orders");
        assertThat(part.tenants()).isEqualTo(TENANTS);
        assertThat(part.done()).isEqualTo(TENANTS - 1);
        assertThat(part.waiting()).isZero();
        assertThat(part.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.tenant()).isEqualTo(CONFLICTING);
            assertThat(failure.reason()).contains("V1__orders.sql", "already exists");
        });

        server.run("DROP TABLE tenant_many_7.orders");
        first.rooms().retry(CONFLICTING);
        assertThat(first.rooms().status().isComplete()).isTrue();
        // The other node sees that somebody has repaired it.
        assertThat(second.rooms().retryFailed()).isFalse();
        assertThat(second.rooms().failed()).isEmpty();
        second.database()
                .tenant(CONFLICTING, connection -> connection.createStatement().execute("SELECT * FROM orders"));
    }

    @Test
    void runBringsEverybodyUpToDateAndSaysHowFarItIs() throws Exception {
        tenants(10);
        DataPlatform platform = node();
        RoomMigrations orders = orders();
        platform.rooms().add(orders);
        server.run("DROP TABLE tenant_many_7.orders");
        server.run("DELETE FROM core.data_levels WHERE schema_name = 'tenant_many_9'");
        assertThat(platform.rooms().status().parts().get(0).waiting()).isEqualTo(1);
        List<String> said = new ArrayList<>();
        assertThat(platform.rooms().run(said::add)).isTrue();
        assertThat(said).last().asString().contains("2 of 2 tenants migrated");
        assertThat(platform.rooms().status().isComplete()).isTrue();
        assertThatThrownBy(() -> platform.rooms().retry("nobody")).hasMessageContaining("There is no tenant nobody");
    }

    private static void assertOutOfService(DataPlatform node) {
        assertThatThrownBy(() -> node.database().tenant(CONFLICTING, connection -> true))
                .isInstanceOfSatisfying(PlexicaException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
                    assertThat(refusal.detail())
                            .contains("is being looked after")
                            .doesNotContain("orders");
                });
    }

    private DataPlatform node() {
        DataPlatform node = server.platform(2);
        nodes.add(node);
        return node;
    }

    private RoomMigrations orders() {
        Folder folder = new Folder(files, "orders")
                .with("V1__orders.sql", "CREATE TABLE orders (id uuid PRIMARY KEY, placed timestamptz NOT NULL);")
                .with("V2__lines.sql", "CREATE TABLE lines (order_id uuid REFERENCES orders (id), text text);");
        return new Room("orders", List.of(), null, "orders", folder.loader());
    }

    private String done() {
        try {
            return server.ask("SELECT count(*) FROM core.data_levels WHERE room = 'orders'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
