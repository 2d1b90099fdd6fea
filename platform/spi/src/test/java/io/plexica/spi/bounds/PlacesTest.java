package io.plexica.spi.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final long LONG = TimeUnit.SECONDS.toNanos(20);

    private final Places places = new Places(1);

    @Test
    void a_place_is_given_once() throws Exception {
        assertThat(places.take()).isTrue();
        assertThat(places.take()).isFalse();
        assertThat(places.taken()).isEqualTo(1);
        assertThat(places.queue(1)).isTrue();
        assertThat(places.queue(1)).isFalse();
        assertThat(places.waiting()).isEqualTo(1);
        assertThat(places.await(0)).isFalse();
        assertThat(places.waiting()).isZero();
        places.give();
        assertThat(places.take()).isTrue();
    }

    @Test
    void nobody_passes_those_who_wait() throws Exception {
        places.take();
        assertThat(places.queue(5)).isTrue();
        CompletableFuture<Boolean> waits = CompletableFuture.supplyAsync(this::await);
        assertThat(places.take()).isFalse();
        places.give();
        assertThat(waits.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(places.taken()).isEqualTo(1);
    }

    @Test
    void there_may_be_more_or_fewer_later() {
        places.resize(3);
        assertThat(places.take() && places.take() && places.take()).isTrue();
        assertThat(places.take()).isFalse();
        places.resize(1);
        places.give();
        assertThat(places.take()).isFalse();
        places.give();
        places.give();
        Awaitility.await().until(places::take);
        assertThat(places.take()).isFalse();
    }

    private boolean await() {
        try {
            return places.await(LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
