package io.plexica.data.internal.pool;

import static io.plexica.data.testing.TestContext.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.data.Data;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.DataPlatform;
import io.plexica.data.testing.RestartableServer;
import io.plexica.data.testing.Room;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.Stage;
import io.plexica.data.testing.shop.Item;
import io.plexica.data.testing.shop.Line;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionLossTest {

    @TempDir
    Path folder;

    @Test
    void whileTheServerIsDownCallersAreRefusedQuicklyAndAfterwardsServedAgain() throws Exception {
        try (RestartableServer server = new RestartableServer(folder)) {
            try (DataPlatform platform = server.platform(4)) {
                platform.rooms().add(Room.named("alpha"));
                platform.tenantSchemas().create("acme");
                platform.pluginSchemas().migrate("acme", "shop", "plugins/shop/db", Room.class.getClassLoader());
                ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {};
                platform.pluginUnits().open(Stage.SHOP, List.of(Item.class.getName(), Line.class.getName()), loader);
                Data shop = platform.data(Stage.SHOP, loader);
                assertThat(platform.health().healthy()).isTrue();

                for (int round = 0; round < 2; round++) {
                    inTheMiddleOfWork(server, platform, shop, round);
                    refusedAtOnce(platform, shop);
                    assertThat(platform.health().healthy()).isFalse();
                    server.start();
                    await().atMost(Duration.ofSeconds(10))
                            .until(() -> platform.health().healthy());
                    assertThat((Object) in(
                                    "acme",
                                    () -> shop.write(entities -> entities.createQuery("select i from Item i")
                                            .getResultList())))
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void aServerThatHangsIsNotWaitedForAsLongAsASlowStatement() throws Exception {
        try (RestartableServer server = new RestartableServer(folder)) {
            try (DataPlatform platform = server.platform(4)) {
                platform.rooms().add(Room.named("alpha"));
                platform.tenantSchemas().create("acme");
                assertThat((String) platform.database().core(c -> Sql.ask(c, "select 1")))
                        .isEqualTo("1");
                server.pause();
                try {
                    ExecutorService callers = Executors.newFixedThreadPool(6);
                    List<Future<Long>> waits = new ArrayList<>();
                    for (int i = 0; i < 6; i++) {
                        waits.add(callers.submit(() ->
                                waitForRefusal(() -> platform.database().tenant("acme", c -> Sql.ask(c, "select 1")))));
                    }
                    waits.add(callers.submit(
                            () -> waitForRefusal(() -> platform.tenantSchemas().create("other"))));
                    for (Future<Long> wait : waits) {
                        assertThat(wait.get()).isLessThan(9000);
                    }
                    callers.shutdownNow();
                    await().until(() ->
                            waitForRefusal(() -> platform.database().core(c -> Sql.ask(c, "select 1"))) < 500);
                } finally {
                    server.resume();
                }
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> platform.health().healthy());
            }
        }
    }

    @Test
    void oneBrokenConnectionIsNoOutage() throws Exception {
        try (RestartableServer server = new RestartableServer(folder)) {
            try (DataPlatform platform = server.platform(2)) {
                platform.rooms().add(Room.named("alpha"));
                assertThatThrownBy(() -> platform.database().core(c -> {
                            String pid = Sql.ask(c, "select pg_backend_pid()");
                            server.run("select pg_terminate_backend(" + pid + ")");
                            return Sql.ask(c, "select 1");
                        }))
                        .isInstanceOfSatisfying(
                                PlexicaException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
                for (int i = 0; i < 5; i++) {
                    assertThat((String) platform.database().core(c -> Sql.ask(c, "select 1")))
                            .isEqualTo("1");
                }
            }
        }
    }

    @Test
    void whoWaitsTooLongForABusyPoolIsRefused() throws Exception {
        try (RestartableServer server = new RestartableServer(folder)) {
            try (DataPlatform platform = server.platform(1, Duration.ofSeconds(1))) {
                CountDownLatch taken = new CountDownLatch(1);
                CountDownLatch enough = new CountDownLatch(1);
                CompletableFuture<Object> holder =
                        CompletableFuture.supplyAsync(() -> platform.database().core(c -> {
                            Sql.ask(c, "select 1");
                            taken.countDown();
                            waitFor(enough);
                            return 0;
                        }));
                assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
                assertThatThrownBy(() -> platform.database().core(c -> Sql.ask(c, "select 1")))
                        .isInstanceOfSatisfying(
                                PlexicaException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE))
                        .hasMessageContaining("busy");
                enough.countDown();
                holder.join();
                assertThat((String) platform.database().core(c -> Sql.ask(c, "select 1")))
                        .isEqualTo("1");
            }
        }
    }

    private static void inTheMiddleOfWork(RestartableServer server, DataPlatform platform, Data shop, int round)
            throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try {
            in(
                    "acme",
                    () -> shop.write(entities -> {
                        entities.persist(new Item("lost " + round));
                        entities.flush();
                        server.stop();
                        entities.persist(new Item("lost, too " + round));
                        return 0;
                    }));
        } catch (PlexicaException e) {
            failure.set(e);
        }
        assertThat(failure.get())
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    private static void refusedAtOnce(DataPlatform platform, Data shop) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(12);
        try {
            List<Future<Long>> waits = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                waits.add(callers.submit(() -> waitForRefusal(platform, shop)));
            }
            for (Future<Long> wait : waits) {
                assertThat(wait.get()).isLessThan(5000);
            }
            assertThat(waitForRefusal(platform, shop)).isLessThan(500);
        } finally {
            callers.shutdownNow();
        }
    }

    private static long waitForRefusal(DataPlatform platform, Data shop) {
        long since = System.nanoTime();
        assertThatThrownBy(() -> platform.database().core(c -> Sql.ask(c, "select 1")))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        assertThatThrownBy(() -> in(
                        "acme",
                        () -> shop.read(entities ->
                                entities.createQuery("select i from Item i").getResultList())))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    private static long waitForRefusal(Runnable work) {
        long since = System.nanoTime();
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
