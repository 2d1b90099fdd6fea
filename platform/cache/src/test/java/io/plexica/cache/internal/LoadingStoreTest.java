package io.plexica.cache.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.cache.internal.LoadingStore.Form;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadingStoreTest {

    private static final String KEY = "acme:crm:n";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Form<String> TEXT = new Form<>(
            bytes -> Optional.of(new String(bytes, StandardCharsets.UTF_8)),
            text -> Optional.of(text.getBytes(StandardCharsets.UTF_8)));

    private final MapStore store = new MapStore();
    private final LaterDatabase database = new LaterDatabase();
    private final LoadingStore memory = new LoadingStore(database, store, Duration.ofSeconds(20));
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final AtomicInteger loaded = new AtomicInteger();

    @AfterEach
    void close() {
        pool.shutdownNow();
    }

    @Test
    void of_many_who_ask_at_once_one_loads() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        answers.add(pool.submit(() -> slowly(loading, go)));
        loading.await();
        for (int i = 0; i < 20; i++) {
            answers.add(pool.submit(() -> slowly(loading, go)));
        }
        go.countDown();
        for (Future<String> answer : answers) {
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("load 1");
        }
        assertThat(loaded).hasValue(1);
        assertThat(store.claimed).isEmpty();
    }

    @Test
    void what_was_evicted_while_it_was_loaded_is_not_kept_and_not_given_to_who_comes_after() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<String> old = pool.submit(() -> slowly(loading, go));
        loading.await();
        memory.evict(KEY);
        assertThat(memory.<String, RuntimeException>remember(KEY, MINUTE, TEXT, () -> "new"))
                .isEqualTo("new");
        go.countDown();
        assertThat(old.get(10, TimeUnit.SECONDS)).isEqualTo("load 1");
        assertThat(memory.get(KEY, TEXT)).contains("new");
    }

    @Test
    void when_a_load_fails_it_fails_for_its_caller_and_the_next_one_loads() throws Exception {
        assertThatThrownBy(() -> memory.<String, IllegalStateException>remember(KEY, MINUTE, TEXT, () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(store.claimed).isEmpty();
        assertThat(memory.<String, RuntimeException>remember(KEY, MINUTE, TEXT, () -> "fine"))
                .isEqualTo("fine");
    }

    @Test
    void null_is_given_back_and_not_kept() {
        assertThat(memory.<String, RuntimeException>remember(KEY, MINUTE, TEXT, () -> null))
                .isNull();
        assertThat(store.entries).isEmpty();
        assertThat(memory.<String, RuntimeException>remember(KEY, MINUTE, TEXT, () -> "now"))
                .isEqualTo("now");
    }

    @Test
    void what_was_worked_out_in_a_unit_of_work_that_came_to_nothing_is_forgotten() {
        database.begin();
        memory.<String, RuntimeException>remember(KEY, MINUTE, TEXT, () -> "written and never kept");
        assertThat(memory.get(KEY, TEXT)).isPresent();
        database.rollBack();
        assertThat(memory.get(KEY, TEXT)).isEmpty();

        database.begin();
        memory.<String, RuntimeException>remember(KEY, MINUTE, TEXT, () -> "kept");
        database.commit();
        assertThat(memory.get(KEY, TEXT)).contains("kept");
    }

    @Test
    void a_loader_that_asks_for_what_it_loads_gets_an_answer() {
        String answer = memory.<String, RuntimeException>remember(
                KEY, MINUTE, TEXT, () -> memory.<String, RuntimeException>remember(KEY, MINUTE, TEXT, () -> "inner"));
        assertThat(answer).isEqualTo("inner");
    }

    @Test
    void a_loader_that_hangs_keeps_others_only_so_long() throws Exception {
        LoadingStore hasty = new LoadingStore(new LaterDatabase(), store, Duration.ofMillis(50));
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<?> hanging = pool.submit(() -> hasty.<String, InterruptedException>remember(KEY, MINUTE, TEXT, () -> {
            loading.countDown();
            go.await();
            return "late";
        }));
        loading.await();
        assertThat(hasty.<String, RuntimeException>remember(KEY, MINUTE, TEXT, () -> "own"))
                .isEqualTo("own");
        go.countDown();
        hanging.get(10, TimeUnit.SECONDS);
    }

    @Test
    void what_another_node_works_out_is_waited_for() throws Exception {
        String theirs = Objects.requireNonNull(store.claim(KEY, MINUTE));
        Future<String> answer =
                pool.submit(() -> memory.<String, RuntimeException>remember(KEY, MINUTE, TEXT, () -> "own"));
        store.put(KEY, Envelope.of(KEY, "theirs".getBytes(StandardCharsets.UTF_8)), MINUTE, store.mark(KEY), theirs);
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("theirs");
        assertThat(store.claimed).containsEntry(KEY, theirs);
    }

    @Test
    void what_another_node_gave_up_is_worked_out_here_at_once() throws Exception {
        String theirs = Objects.requireNonNull(store.claim(KEY, MINUTE));
        Future<String> answer =
                pool.submit(() -> memory.<String, RuntimeException>remember(KEY, MINUTE, TEXT, () -> "own"));
        store.release(KEY, theirs);
        assertThat(answer.get(4, TimeUnit.SECONDS)).isEqualTo("own");
        assertThat(memory.get(KEY, TEXT)).contains("own");
    }

    @Test
    void for_what_another_node_takes_too_long_nobody_waits_for_ever() {
        LoadingStore hasty = new LoadingStore(new LaterDatabase(), store, Duration.ofMillis(50));
        String theirs = Objects.requireNonNull(store.claim(KEY, MINUTE));
        assertThat(hasty.<String, RuntimeException>remember(KEY, MINUTE, TEXT, () -> "own"))
                .isEqualTo("own");
        assertThat(store.claimed).containsEntry(KEY, theirs);
        assertThat(store.put(KEY, new byte[1], MINUTE, store.mark(KEY), theirs)).isTrue();
    }

    @Test
    void what_another_node_evicted_while_it_was_loaded_is_given_to_nobody_who_comes_after() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<String> old = pool.submit(() -> slowly(loading, go));
        loading.await();
        store.evict(KEY);
        Future<String> later = pool.submit(() -> slowly(new CountDownLatch(1), go));
        go.countDown();
        assertThat(old.get(10, TimeUnit.SECONDS)).isEqualTo("load 1");
        assertThat(later.get(10, TimeUnit.SECONDS)).isEqualTo("load 2");
        assertThat(memory.get(KEY, TEXT)).contains("load 2");
    }

    private String slowly(CountDownLatch loading, CountDownLatch go) throws InterruptedException {
        return String.valueOf(memory.<String, InterruptedException>remember(KEY, MINUTE, TEXT, () -> {
            String value = "load " + loaded.incrementAndGet();
            loading.countDown();
            go.await();
            return value;
        }));
    }
}
