package io.plexica.data.internal.pool;

import static io.plexica.data.testing.TestContext.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.DataPlatform;
import io.plexica.data.internal.settings.TenantLimits;
import io.plexica.data.testing.Room;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.TestServer;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.identity.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantShareTest {

    private static final int SHARE = 3;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch enough = new CountDownLatch(1);
    private DataPlatform platform;

    @BeforeEach
    void raise() {
        TestServer server = TestServer.shared();
        platform = new DataPlatform(
                server.access(),
                TestServer.settings(2 * SHARE)
                        .with(new TenantLimits(50, Duration.ofMillis(300), 2, 10, Duration.ofMinutes(1))));
        platform.start();
        platform.rooms().add(Room.named("alpha"));
        for (String slug : List.of("greedy", "modest")) {
            platform.tenantSchemas().create(slug);
        }
    }

    @AfterEach
    void lower() {
        enough.countDown();
        threads.shutdown();
        platform.tenantSchemas().drop("greedy");
        platform.tenantSchemas().drop("modest");
        platform.close();
    }

    @Test
    void aTenantThatUsesItsShareIsRefusedSoonAndItAlone() throws Exception {
        List<Future<String>> held = occupy();
        long since = System.nanoTime();
        assertThatThrownBy(() -> work("greedy")).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(e.extensions()).containsEntry("retryAfter", 1L);
        });
        assertThat(System.nanoTime() - since).isBetween(millis(250), millis(5000));
        for (int i = 0; i < 20; i++) {
            assertThat(work("modest")).isEqualTo("modest");
        }
        assertThat((String) platform.database().core(c -> Sql.ask(c, "select 'core'")))
                .isEqualTo("core");
        enough.countDown();
        for (Future<String> one : held) {
            assertThat(one.get()).isEqualTo("greedy");
        }
        assertThat(work("greedy")).isEqualTo("greedy");
    }

    @Test
    void whoWaitsGetsThePlaceThatBecomesFree() throws Exception {
        occupy();
        Future<String> waiting = threads.submit(() -> work("greedy"));
        enough.countDown();
        assertThat(waiting.get()).isEqualTo("greedy");
    }

    @Test
    void operatorsGetThroughToATenantThatFloodsThePlatform() throws Exception {
        occupy();
        assertThat(in("greedy", () -> {
                    try (Contexts.Scope scope = Contexts.open(Contexts.require().as(Principal.SYSTEM, Grants.NONE))) {
                        return tenantName("greedy");
                    }
                }))
                .isEqualTo("greedy");
    }

    @Test
    void workBesideItsOwnNeverWaitsForItselfHoweverDeep() throws Exception {
        CyclicBarrier all = new CyclicBarrier(SHARE);
        List<Future<String>> running = new ArrayList<>();
        for (int i = 0; i < SHARE; i++) {
            running.add(threads.submit(() -> in(
                    "greedy",
                    () -> platform.database().unitOfWork(() -> {
                        tenantName("greedy");
                        all.await(10, TimeUnit.SECONDS);
                        return nested(2);
                    }))));
        }
        for (Future<String> one : running) {
            assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo("greedy");
        }
        assertThat(work("greedy")).isEqualTo("greedy");
    }

    @Test
    void aTenantThatComesBackAfterItWasDroppedBeginsAnew() {
        platform.tenantSchemas().drop("modest");
        platform.tenantSchemas().create("modest");
        assertThat(tenantName("modest")).isEqualTo("modest");
    }

    private String nested(int depth) throws Exception {
        String name = platform.database().newUnitOfWork(() -> {
            String seen = tenantName("greedy");
            return depth == 0 ? seen : nested(depth - 1);
        });
        return name;
    }

    /** All of the tenant's connections are in use when this returns. */
    private List<Future<String>> occupy() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(SHARE);
        List<Future<String>> held = new ArrayList<>();
        Callable<String> holder = () -> in(
                "greedy",
                () -> platform.database().unitOfWork(() -> {
                    String name = tenantName("greedy");
                    taken.countDown();
                    enough.await(20, TimeUnit.SECONDS);
                    return name;
                }));
        for (int i = 0; i < SHARE; i++) {
            held.add(threads.submit(holder));
        }
        assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
        return held;
    }

    private String work(String slug) throws Exception {
        return in(slug, () -> tenantName(slug));
    }

    private String tenantName(String slug) {
        return platform.database().tenant(slug, c -> Sql.ask(c, "select replace(current_user::text, 'tenant_', '')"));
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
