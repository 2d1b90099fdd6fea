package io.plexica.plugins.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ThreadLocalLeaksTest {

    private static final ThreadLocal<Object> LOCAL = ThreadLocal.withInitial(() -> "initial");

    private final ExecutorService platform = Executors.newSingleThreadExecutor(work -> new Thread(work, "serving"));
    private ClassLoader loader = new URLClassLoader(new URL[0], ThreadLocalLeaksTest.class.getClassLoader());

    @AfterEach
    void close() {
        platform.shutdownNow();
    }

    @Test
    void a_value_is_named_and_taken_and_its_thread_begins_anew() throws Exception {
        set(ofPlugin());

        assertThat(ThreadLocalLeaks.take(loader))
                .singleElement()
                .asString()
                .matches("a .*Proxy.* in a thread-local of 'serving'");

        assertThat(ThreadLocalLeaks.take(loader)).isEmpty();
        assertThat(platform.submit(LOCAL::get).get()).isEqualTo("initial");
        set("another");
        assertThat(platform.submit(LOCAL::get).get()).isEqualTo("another");
    }

    @Test
    void what_is_within_a_collection_is_found_and_what_is_not_the_plugins_stays() throws Exception {
        for (Object value : List.of(
                List.of(1, ofPlugin()),
                Map.of("key", ofPlugin()),
                new Object[] {ofPlugin()},
                loader,
                ofPlugin().getClass())) {
            set(value);
            assertThat(ThreadLocalLeaks.take(loader)).as("%s", value.getClass()).hasSize(1);
        }
        set(List.of("mine"));
        assertThat(ThreadLocalLeaks.take(loader)).isEmpty();
        assertThat(platform.submit(LOCAL::get).get()).isEqualTo(List.of("mine"));
    }

    @Test
    void classes_can_go_afterwards_although_the_thread_lives_on() throws Exception {
        set(ofPlugin());
        WeakReference<ClassLoader> gone = new WeakReference<>(loader);
        ThreadLocalLeaks.take(loader);
        loader = ThreadLocalLeaksTest.class.getClassLoader();

        await().untilAsserted(() -> {
            System.gc();
            assertThat(gone.get()).isNull();
        });
    }

    private void set(Object value) throws Exception {
        platform.submit(() -> LOCAL.set(value)).get();
    }

    /** An object of a class of the plugin's class loader. */
    private Object ofPlugin() {
        return Proxy.newProxyInstance(loader, new Class<?>[] {Supplier.class}, (proxy, method, arguments) -> null);
    }
}
