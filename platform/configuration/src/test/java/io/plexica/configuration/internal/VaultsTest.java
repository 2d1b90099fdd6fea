package io.plexica.configuration.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.spi.config.SecretSource;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VaultsTest {

    private final List<SecretSource> sources = new ArrayList<>();
    private final TestClock clock = new TestClock();
    private final Vaults vaults = new Vaults(() -> sources, clock);
    private @Nullable String value = "one";
    private boolean down;
    private int asked;

    @Test
    void whatAVaultSaysIsRememberedForFiveMinutes() {
        sources.add(this::look);
        assertThat(vaults.find("DB_PASSWORD")).contains("one");
        value = "two";
        clock.pass(Vaults.MEMORY.minusSeconds(1));
        assertThat(vaults.find("DB_PASSWORD")).contains("one");
        assertThat(asked).isOne();
        clock.pass(Duration.ofSeconds(1));
        assertThat(vaults.find("DB_PASSWORD")).contains("two");
    }

    @Test
    void aClockThatIsSetBackMakesNobodyRememberForLonger() {
        sources.add(this::look);
        assertThat(vaults.find("DB_PASSWORD")).contains("one");
        value = "two";
        clock.pass(Duration.ofDays(-1));
        assertThat(vaults.find("DB_PASSWORD")).contains("two");
    }

    @Test
    void whatIsNotThereIsAskedForAgainSoon() {
        sources.add(this::look);
        value = null;
        assertThat(vaults.find("DB_PASSWORD")).isEmpty();
        value = "one";
        clock.pass(Vaults.MEMORY_OF_NOTHING);
        assertThat(vaults.find("DB_PASSWORD")).contains("one");
    }

    @Test
    void aVaultThatIsDownDoesNotMakeForget() {
        sources.add(this::look);
        down = true;
        assertThatThrownBy(() -> vaults.find("DB_PASSWORD")).hasMessageContaining("DB_PASSWORD");
        down = false;
        assertThat(vaults.find("DB_PASSWORD")).contains("one");
        down = true;
        clock.pass(Vaults.MEMORY);
        assertThat(vaults.find("DB_PASSWORD")).contains("one");
    }

    @Test
    void theFirstThatKnowsDecidesAndOneThatComesIsAsked() {
        sources.add(name -> Optional.empty());
        sources.add(this::look);
        assertThat(vaults.find("DB_PASSWORD")).contains("one");
        sources.add(0, name -> Optional.of("first"));
        vaults.forget();
        assertThat(vaults.find("DB_PASSWORD")).contains("first");
        sources.clear();
        assertThat(vaults.find("DB_PASSWORD")).isEmpty();
    }

    private Optional<String> look(String name) throws IOException {
        asked++;
        if (down) {
            throw new IOException("down");
        }
        return Optional.ofNullable(value);
    }

    private static final class TestClock extends Clock {

        private Instant now = Instant.EPOCH;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
