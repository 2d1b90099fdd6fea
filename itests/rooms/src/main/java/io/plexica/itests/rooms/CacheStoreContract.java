package io.plexica.itests.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.cache.CacheStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of cached values does, whatever it is made of. */
public abstract class CacheStoreContract {

    private static final Duration LONG = Duration.ofMinutes(5);

    /** The store, empty. */
    protected abstract CacheStore store();

    /** Lets time pass as the store sees it. */
    protected abstract void pass(Duration time);

    @Test
    protected void what_was_put_is_found_and_nothing_else_is() {
        put("acme:crm:one", "1");
        assertThat(text("acme:crm:one")).isEqualTo("1");
        assertThat(text("acme:crm:two")).isNull();
        assertThat(text("acme:billing:one")).isNull();
        assertThat(text("globex:crm:one")).isNull();
        put("acme:crm:one", "2");
        assertThat(text("acme:crm:one")).isEqualTo("2");
    }

    @Test
    protected void bytes_come_back_as_they_were() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        store().put("acme:crm:bytes", all, LONG, store().mark("acme:crm:bytes"));
        assertThat(store().get("acme:crm:bytes")).isEqualTo(all);
        put("acme:crm:empty", "");
        assertThat(text("acme:crm:empty")).isEmpty();
    }

    @Test
    protected void a_value_is_gone_when_its_time_is_over() {
        store().put("acme:crm:short", new byte[1], Duration.ofSeconds(1), store().mark("acme:crm:short"));
        put("acme:crm:long", "1");
        pass(Duration.ofMillis(1100));
        assertThat(text("acme:crm:short")).isNull();
        assertThat(text("acme:crm:long")).isEqualTo("1");
    }

    @Test
    protected void what_is_evicted_is_gone_and_the_rest_stays() {
        put("acme:crm:one", "1");
        put("acme:crm:two", "2");
        store().evict("acme:crm:one");
        assertThat(text("acme:crm:one")).isNull();
        assertThat(text("acme:crm:two")).isEqualTo("2");
        put("acme:crm:one", "3");
        assertThat(text("acme:crm:one")).isEqualTo("3");
    }

    @Test
    protected void a_pattern_evicts_what_it_matches_in_its_tenant() {
        put("acme:crm:list:1", "1");
        put("acme:crm:list:2", "2");
        put("acme:crm:listing", "3");
        put("acme:billing:list:1", "4");
        put("globex:crm:list:1", "5");
        store().evictAll("acme:crm:list:*");
        assertThat(text("acme:crm:list:1")).isNull();
        assertThat(text("acme:crm:list:2")).isNull();
        assertThat(text("acme:crm:listing")).isEqualTo("3");
        assertThat(text("acme:billing:list:1")).isEqualTo("4");
        store().evictAll("acme:*");
        assertThat(text("acme:crm:listing")).isNull();
        assertThat(text("acme:billing:list:1")).isNull();
        assertThat(text("globex:crm:list:1")).isEqualTo("5");
    }

    @Test
    protected void only_stars_are_special_in_a_pattern() {
        put("acme:crm:a.b", "1");
        put("acme:crm:axb", "2");
        store().evictAll("acme:crm:a.*");
        assertThat(text("acme:crm:a.b")).isNull();
        assertThat(text("acme:crm:axb")).isEqualTo("2");
    }

    @Test
    protected void what_was_worked_out_before_an_eviction_is_not_kept_after_it() {
        long mark = store().mark("acme:crm:one");
        store().evict("acme:crm:one");
        store().put("acme:crm:one", new byte[1], LONG, mark);
        assertThat(text("acme:crm:one")).isNull();

        long other = store().mark("acme:crm:two");
        store().evictAll("acme:crm:*");
        store().put("acme:crm:two", new byte[1], LONG, other);
        assertThat(text("acme:crm:two")).isNull();
    }

    @Test
    protected void what_was_worked_out_under_a_claim_is_kept_unless_its_key_was_evicted_meanwhile() {
        for (String key : List.of("acme:crm:one", "acme:crm:two:2", "globex:crm:three")) {
            String claim = Objects.requireNonNull(store().claim(key, LONG));
            assertThat(store().put(key, new byte[] {'1'}, LONG, store().mark(key), claim))
                    .isTrue();
            assertThat(text(key)).isEqualTo("1");
            store().release(key, claim);
            assertThat(text(key)).isEqualTo("1");

            String again = Objects.requireNonNull(store().claim(key, LONG));
            long mark = store().mark(key);
            store().evict(key);
            assertThat(store().put(key, new byte[] {'2'}, LONG, mark, again)).isFalse();
            assertThat(text(key)).isNull();
            store().release(key, again);
        }
    }

    @Test
    protected void what_one_tenant_evicts_overtakes_nothing_that_is_worked_out_for_another() {
        String claim = Objects.requireNonNull(store().claim("globex:crm:one", LONG));
        long mark = store().mark("globex:crm:one");
        store().evictAll("acme:crm:*");
        store().evictAll("acme:*");
        assertThat(store().put("globex:crm:one", new byte[] {'1'}, LONG, mark, claim))
                .isTrue();
        assertThat(text("globex:crm:one")).isEqualTo("1");
    }

    @Test
    protected void however_many_write_and_evict_at_once_the_last_eviction_wins() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        AtomicInteger truth = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        Future<?> reader = pool.submit(() -> {
            while (done.getCount() > 0) {
                long mark = store().mark("acme:crm:n");
                byte[] value = Integer.toString(truth.get()).getBytes(StandardCharsets.UTF_8);
                store().put("acme:crm:n", value, LONG, mark);
            }
        });
        for (int i = 1; i <= 300; i++) {
            truth.set(i);
            store().evict("acme:crm:n");
            String seen = text("acme:crm:n");
            assertThat(seen == null ? i : Integer.parseInt(seen)).isEqualTo(i);
        }
        done.countDown();
        reader.get(10, TimeUnit.SECONDS);
        pool.shutdown();
    }

    @Test
    protected void the_store_says_what_it_is_and_how_it_does() {
        put("acme:crm:one", "1");
        assertThat(store().trouble()).isNull();
        assertThat(store().facts()).containsKeys("kind", "entries", "bytes");
    }

    private void put(String key, String value) {
        store().put(key, value.getBytes(StandardCharsets.UTF_8), LONG, store().mark(key));
    }

    private @Nullable String text(String key) {
        byte[] value = store().get(key);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }
}
