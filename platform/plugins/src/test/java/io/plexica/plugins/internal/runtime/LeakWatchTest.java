package io.plexica.plugins.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.spi.plugins.PluginRef;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.Timer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeakWatchTest {

    private static final PluginRef CRM = new PluginRef("crm", "1.0.0");

    private final LeakWatch watch = new LeakWatch(Duration.ZERO);
    private final CountDownLatch letGo = new CountDownLatch(1);

    @Test
    void classes_that_nobody_holds_are_forgotten() {
        watch.watch(CRM, loader());

        await().untilAsserted(() -> {
            System.gc();
            watch.look();
            assertThat(watch.count()).isZero();
        });
        assertThat(watch.leaks()).isEmpty();
    }

    @Test
    void a_leak_names_the_threads_that_hold_it() {
        ClassLoader loader = loader();
        Thread thread = begin(loader);
        watch.watch(CRM, loader);

        await().untilAsserted(() -> {
            watch.look();
            assertThat(watch.leaks())
                    .singleElement()
                    .satisfies(leak -> assertThat(leak.holders())
                            .containsExactly("thread '" + thread.getName() + "', which is no daemon"));
        });
        letGo.countDown();
        await().until(() -> !thread.isAlive());
        watch.look();
        assertThat(watch.leaks())
                .singleElement()
                .satisfies(leak -> assertThat(leak.inWords()).contains("a static field outside it"));
        assertThat(loader).isNotNull();
    }

    @Test
    void timers_and_executors_are_told_apart() {
        ClassLoader loader = loader();
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(loader);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Timer timer = new Timer("ticking", true);
        try {
            executor.execute(() -> {});
        } finally {
            current.setContextClassLoader(before);
        }

        await().untilAsserted(() -> assertThat(ThreadLeaks.of(loader))
                .anyMatch(held -> held.equals("timer 'ticking'"))
                .anyMatch(held ->
                        held.startsWith("thread of an executor 'pool-") && held.endsWith(", which is no daemon"))
                .hasSize(2));
        timer.cancel();
        executor.shutdownNow();
        await().until(() -> ThreadLeaks.of(loader).isEmpty());
    }

    @Test
    void leaks_in_a_row_are_counted_until_a_stop_leaves_nothing() {
        ClassLoader first = loader();
        ClassLoader second = loader();
        watch.watch(CRM, first);
        watch.watch(CRM, second);
        await().untilAsserted(() -> {
            watch.look();
            assertThat(watch.inARow("crm")).isEqualTo(2);
        });
        watch.look();
        assertThat(watch.inARow("crm")).isEqualTo(2);

        watch.settle("crm");

        assertThat(watch.inARow("crm")).isZero();
        assertThat(first).isNotSameAs(second);
    }

    private Thread begin(ClassLoader loader) {
        Thread thread = new Thread(() -> {
            try {
                letGo.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setContextClassLoader(loader);
        thread.start();
        return thread;
    }

    private static ClassLoader loader() {
        return new URLClassLoader(new URL[0], LeakWatchTest.class.getClassLoader());
    }
}
