package io.plexica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.cache.Cacheable;
import io.plexica.api.cache.Evicts;
import io.plexica.api.cache.Lifetime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TestCacheTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestCache cache = new TestCache(TestContext.inTenant("acme"));
    private final AtomicInteger worked = new AtomicInteger();

    /** What is costly to work out. */
    interface Numbers {

        @Cacheable(Lifetime.LIST)
        int of(String name);

        @Cacheable(seconds = 10, key = "all")
        int all();

        @Evicts("Numbers.*")
        void change();
    }

    @Test
    void a_value_is_worked_out_once_until_its_time_is_over_or_it_is_forgotten() {
        assertThat(cache.remember("a", Integer.class, MINUTE, worked::incrementAndGet))
                .isEqualTo(1);
        assertThat(cache.remember("a", Integer.class, MINUTE, worked::incrementAndGet))
                .isEqualTo(1);
        assertThat(cache.get("a", String.class)).isEmpty();

        cache.pass(MINUTE);
        assertThat(cache.remember("a", Integer.class, MINUTE, worked::incrementAndGet))
                .isEqualTo(2);
        cache.evict("a");
        assertThat(cache.get("a", Integer.class)).isEmpty();
    }

    @Test
    void patterns_forget_what_they_match() {
        cache.put("list:1", "x", MINUTE);
        cache.put("list:2", "y", MINUTE);
        cache.put("other", "z", MINUTE);

        cache.evictAll("list:*");

        assertThat(cache.get("list:1", String.class)).isEmpty();
        assertThat(cache.get("other", String.class)).contains("z");
        cache.forget();
        assertThat(cache.get("other", String.class)).isEmpty();
    }

    @Test
    void marked_methods_remember_their_answers() {
        Numbers numbers = cache.caching(Numbers.class, new Numbers() {

            @Override
            public int of(String name) {
                return worked.incrementAndGet();
            }

            @Override
            public int all() {
                return worked.incrementAndGet();
            }

            @Override
            public void change() {}
        });

        assertThat(numbers.of("a")).isEqualTo(numbers.of("a")).isNotEqualTo(numbers.of("b"));
        int before = numbers.of("a");
        int all = numbers.all();
        numbers.change();
        assertThat(numbers.of("a")).isNotEqualTo(before);
        assertThat(numbers.all()).isEqualTo(all);
        cache.pass(Duration.ofSeconds(10));
        assertThat(numbers.all()).isNotEqualTo(all);
    }

    @Test
    void keys_and_times_are_as_they_must_be() {
        assertThatThrownBy(() -> cache.put("a b", "x", MINUTE)).hasMessageContaining("key");
        assertThatThrownBy(() -> cache.put("a", "x", Duration.ofDays(2))).hasMessageContaining("timeToLive");
        assertThatThrownBy(() -> cache.caching(String.class, "x")).hasMessageContaining("no interface");
    }
}
