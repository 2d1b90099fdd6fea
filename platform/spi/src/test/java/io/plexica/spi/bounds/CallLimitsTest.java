package io.plexica.spi.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.manifest.PluginManifest.Limits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallLimitsTest {

    private static final BoundSettings MOST = BoundSettings.STANDARD;

    @Test
    void who_asks_for_nothing_gets_what_the_platform_gives() {
        assertThat(CallLimits.of(Limits.NONE, MOST)).isEqualTo(new CallLimits(64, 128, Duration.ofSeconds(30)));
    }

    @Test
    void a_manifest_asks_for_less_and_never_gets_more() {
        assertThat(CallLimits.of(new Limits(2, Duration.ofSeconds(1), 0), MOST))
                .isEqualTo(new CallLimits(2, 0, Duration.ofSeconds(1)));
        assertThat(CallLimits.of(new Limits(1000, Duration.ofHours(1), 10_000), MOST))
                .isEqualTo(new CallLimits(64, 128, Duration.ofSeconds(30)));
    }
}
