package io.plexica.data.internal.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.Stage;
import io.plexica.data.testing.TestContext;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PluginExecutorTest {

    private static final UUID SALES = UUID.randomUUID();
    private static final ThreadLocal<Object> LEFT_BEHIND = new ThreadLocal<>();
    private static Stage stage;

    private final ClassLoader loader = new ClassLoader(PluginExecutorTest.class.getClassLoader()) {};
    private final PluginExecutors executors = stage.platform.executors(new ExecutorSettings(2, 2, 3));
    private final PluginExecutor executor = executors.open(Stage.SHOP, loader);

    @BeforeAll
    static void open() {
        stage = new Stage(6);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @AfterEach
    void stop() {
        executor.close();
    }

    @Test
    void workRunsWhereAndForWhomItWasHandedOver() throws Exception {
        String trace = TestContext.in(stage.acme, SALES, () -> {
            ExecutionContext mine = Contexts.require();
            ExecutionContext theirs = executor.submit(Contexts::require).get();
            assertThat(theirs).isEqualTo(mine.inPlugin(Stage.SHOP));
            assertThat(executor.submit(() -> Thread.currentThread().getContextClassLoader())
                            .get())
                    .isSameAs(loader);
            return mine.traceId();
        });
        assertThat(trace).isNotEmpty();
        assertThat(Contexts.find()).isNull();
    }

    @Test
    void itHasAUnitOfWorkOfItsOwn() throws Exception {
        TestContext.in(
                stage.acme,
                () -> stage.platform.database().unitOfWork(() -> {
                    executor.submit(() -> insert("kept")).get();
                    assertThatThrownBy(() -> executor.submit(() -> {
                                        insert("lost");
                                        throw new IllegalStateException("changed my mind");
                                    })
                                    .get())
                            .isInstanceOf(ExecutionException.class)
                            .hasRootCauseMessage("changed my mind");
                    return true;
                }));
        assertThat(stage.server.ask("SELECT string_agg(name, ',') FROM " + stage.shopSchema(stage.acme) + ".items"))
                .isEqualTo("kept");
        assertThat((Object) TestContext.in(
                        stage.acme,
                        () -> executor.submit(() -> Sql.ask(stage.shop.connection(), "SELECT current_schema()"))
                                .get()))
                .isEqualTo(stage.shopSchema(stage.acme));
    }

    @Test
    void nothingOfTheContextStaysOnTheThread() throws Exception {
        Thread before = TestContext.in(
                stage.acme, () -> executor.submit(Thread::currentThread).get());
        for (int i = 0; i < 10; i++) {
            assertThat((String) TestContext.in(
                            stage.globex,
                            () -> executor.submit(
                                            () -> Contexts.require().tenant().slug())
                                    .get()))
                    .isEqualTo(stage.globex);
        }
        assertThat(before.getName()).isEqualTo("plexica-work-shop@1.0.0");
    }

    @Test
    void workOutsideAnyContextIsRefused() {
        assertThatThrownBy(() -> executor.execute(() -> {}))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR));
    }

    @Test
    void tooMuchIsRefusedAndTheRestRuns() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger ran = new AtomicInteger();
        List<CompletableFuture<Integer>> taken = new ArrayList<>();
        TestContext.in(stage.acme, () -> {
            for (int i = 0; i < 5; i++) {
                taken.add(executor.submit(() -> {
                    gate.await();
                    return ran.incrementAndGet();
                }));
            }
            assertThatThrownBy(() -> executor.submit(ran::incrementAndGet))
                    .isInstanceOfSatisfying(PlexicaException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_OVERLOADED);
                        assertThat(e.extensions()).containsEntry("plugin", "shop");
                    });
            return true;
        });
        gate.countDown();
        CompletableFuture.allOf(taken.toArray(CompletableFuture[]::new)).join();
        assertThat(ran).hasValue(5);
    }

    @Test
    void allPluginsTogetherAreBoundedToo() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        try (PluginExecutor other = executors.open(Stage.DEPOT, loader)) {
            TestContext.in(stage.acme, () -> {
                for (PluginExecutor one : List.of(executor, executor, other, other)) {
                    all.add(one.submit(() -> {
                        running.incrementAndGet();
                        return gate.await(20, TimeUnit.SECONDS);
                    }));
                }
                return true;
            });
            await().untilAtomic(running, org.hamcrest.Matchers.equalTo(2));
            assertThat(all).noneMatch(CompletableFuture::isDone);
            gate.countDown();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        }
        assertThat(running).hasValue(4);
    }

    @Test
    void workOfAPluginThatStopsIsCancelled() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        TestContext.in(stage.acme, () -> {
            for (int i = 0; i < 4; i++) {
                all.add(executor.submit(() -> {
                    begun.countDown();
                    return new CountDownLatch(1).await(60, TimeUnit.SECONDS);
                }));
            }
            begun.await();
            executor.close();
            assertThatThrownBy(() -> executor.execute(() -> {}))
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_UNAVAILABLE));
            return true;
        });
        assertThat(all).allMatch(CompletableFuture::isCompletedExceptionally);
    }

    @Test
    void whatACancelledWaiterAskedForIsNotDone() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger ran = new AtomicInteger();
        TestContext.in(stage.acme, () -> {
            List<CompletableFuture<Boolean>> blocking = List.of(
                    executor.submit(() -> gate.await(20, TimeUnit.SECONDS)),
                    executor.submit(() -> gate.await(20, TimeUnit.SECONDS)));
            executor.submit(ran::incrementAndGet).cancel(true);
            gate.countDown();
            CompletableFuture.allOf(blocking.toArray(CompletableFuture[]::new)).join();
            return executor.submit(() -> 0).get();
        });
        assertThat(ran).hasValue(0);
    }

    @Test
    void aStoppedPluginsClassesAreLetGo() throws Exception {
        WeakReference<ClassLoader> gone = used();
        await().until(() -> {
            System.gc();
            return gone.get() == null;
        });
    }

    /** The loader of a plugin that left a thread-local behind and work in the queue. */
    private WeakReference<ClassLoader> used() throws Exception {
        ClassLoader plugin = new ClassLoader(PluginExecutorTest.class.getClassLoader()) {};
        PluginExecutor used = executors.open(Stage.SHOP, plugin);
        TestContext.in(stage.acme, () -> {
            used.submit(() -> {
                        LEFT_BEHIND.set(plugin);
                        return true;
                    })
                    .get();
            CountDownLatch begun = new CountDownLatch(2);
            for (int i = 0; i < 4; i++) {
                used.execute(() -> hang(plugin, begun));
            }
            begun.await();
            used.close();
            return true;
        });
        return new WeakReference<>(plugin);
    }

    private static void hang(ClassLoader plugin, CountDownLatch begun) {
        begun.countDown();
        try {
            new CountDownLatch(1).await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(String.valueOf(plugin), e);
        }
    }

    private static boolean insert(String name) throws Exception {
        try (var statement = stage.shop.connection().createStatement()) {
            return statement.executeUpdate("INSERT INTO items (id, name) VALUES (gen_random_uuid(), '" + name + "')")
                    == 1;
        }
    }
}
