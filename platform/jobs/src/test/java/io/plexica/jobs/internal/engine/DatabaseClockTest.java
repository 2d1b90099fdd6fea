package io.plexica.jobs.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseClockTest {

    private final AtomicLong ticks = new AtomicLong();
    private final DatabaseClock clock = new DatabaseClock(ticks::get);

    @Test
    void time_is_the_databases_and_goes_on_by_itself() {
        Instant there = Instant.parse("2030-01-01T00:00:00Z");
        clock.set(there);
        ticks.addAndGet(Duration.ofSeconds(7).toNanos());

        assertThat(clock.now()).isEqualTo(there.plusSeconds(7));
    }

    @Test
    void before_the_database_was_asked_it_is_this_nodes() {
        assertThat(clock.now())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }
}
