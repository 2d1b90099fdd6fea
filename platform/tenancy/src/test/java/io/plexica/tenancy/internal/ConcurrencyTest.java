package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.web.IfMatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ConcurrencyTest extends TenancyTest {

    @Test
    void of_two_nodes_that_make_the_same_tenant_one_wins_and_the_other_is_told() throws Exception {
        Node other = anotherNode();
        List<Callable<String>> attempts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Node chosen = i % 2 == 0 ? node : other;
            attempts.add(() -> attempt(chosen, "acme"));
        }

        assertThat(together(attempts)).containsExactlyInAnyOrder("made", "slug-taken", "slug-taken", "slug-taken");
        assertThat(server.query("SELECT status FROM core.tenants")).containsExactly("ACTIVE");
        assertThat(node.done.size() + other.done.size()).isEqualTo(Node.STEPS.size());
    }

    @Test
    void different_tenants_are_made_side_by_side() throws Exception {
        List<Callable<String>> attempts = new ArrayList<>();
        for (String slug : List.of("alpha", "beta", "gamma", "delta", "epsilon", "zeta")) {
            attempts.add(() -> attempt(node, slug));
        }

        assertThat(together(attempts)).containsOnly("made");
        assertThat(node.management.directory().all())
                .extracting(tenant -> tenant.slug())
                .containsExactly("alpha", "beta", "delta", "epsilon", "gamma", "zeta");
    }

    @Test
    void a_tenant_that_is_being_removed_cannot_be_removed_or_made_beside_it() throws Exception {
        node.create("acme");
        CountDownLatch removing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        node.at("undo admin", () -> {
            removing.countDown();
            await(goOn);
        });
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Future<?> removal = executor.submit(() -> node.management.remove("acme", Progress.NONE));
        await(removing);

        assertThatThrownBy(() -> node.management.remove("acme", Progress.NONE)).hasMessageStartingWith("tenant-busy: ");
        assertThatThrownBy(() -> node.create("acme")).hasMessageStartingWith("slug-taken: ");
        assertThatThrownBy(() -> node.management.demandFree(node.management.check(Node.draft("acme"))))
                .hasMessageStartingWith("slug-taken: ");
        assertThat(node.management.tenants().find("acme").orElseThrow().isActive())
                .isFalse();
        assertThatThrownBy(() -> node.management.lifecycle().restore("acme", IfMatch.ANY))
                .hasMessageStartingWith("tenant-status: ")
                .hasMessageContaining("import its export");

        goOn.countDown();
        removal.get(10, TimeUnit.SECONDS);
        executor.shutdown();
        assertNothingIsLeft("acme");
    }

    @Test
    void a_removal_looks_at_what_its_caller_read_once_nobody_can_change_it_any_more() throws Exception {
        node.create("acme");
        IfMatch read = IfMatch.of(IfMatch.tag(node.management.get("acme").version()));
        ExecutorService executor = Executors.newSingleThreadExecutor();

        Future<?> removal = server.database().newUnitOfWork(() -> {
            server.database().core(connection -> change(connection));
            Future<?> begun = executor.submit(() -> node.management.remove("acme", read, Progress.NONE));
            Awaitility.await()
                    .until(() -> begun.isDone()
                            || !server.query("SELECT 1 FROM pg_locks WHERE NOT granted")
                                    .isEmpty());
            return begun;
        });

        assertThatThrownBy(() -> removal.get(10, TimeUnit.SECONDS))
                .cause()
                .extracting("code")
                .isEqualTo(ErrorCode.PRECONDITION_FAILED);
        executor.shutdown();
        assertThat(server.query("SELECT status FROM core.tenants")).containsExactly("ACTIVE");
        IfMatch again = IfMatch.of(IfMatch.tag(node.management.get("acme").version()));
        node.management.remove("acme", again, Progress.NONE);
        assertNothingIsLeft("acme");
    }

    private static boolean change(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("UPDATE core.tenants SET name = 'Other', version = version + 1");
        }
    }

    private static String attempt(Node node, String slug) {
        try {
            node.create(slug);
            return "made";
        } catch (PlexicaException e) {
            return e.detail().substring(0, e.detail().indexOf(':'));
        }
    }

    private static List<String> together(List<Callable<String>> attempts) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(attempts.size());
        List<String> results = new ArrayList<>();
        for (Future<String> result : executor.invokeAll(attempts)) {
            results.add(result.get());
        }
        executor.shutdown();
        return results;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
