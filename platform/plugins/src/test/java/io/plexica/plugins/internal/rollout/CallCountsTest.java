package io.plexica.plugins.internal.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.manifest.PluginManifest.Visibility;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.testing.FakeCalls;
import io.plexica.spi.plugins.PluginCalls.Counts;
import io.plexica.spi.plugins.PluginRef;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallCountsTest {

    private static final PluginRef ONE = new PluginRef("notes", "1.0.0");
    private static final PluginRef TWO = new PluginRef("notes", "2.0.0");

    private final Routes routes = new Routes();
    private final FakeCalls calls = new FakeCalls();
    private final CallCounts counts = new CallCounts(routes, calls);

    @Test
    void until_a_move_has_arrived_nothing_counts_since_then() {
        calls.ofVersions.put(TWO, new Counts(100, 50));
        routes.offer(TWO, new Visibility(List.of()));
        assertThat(counts.sinceArrival(TWO, "acme")).isEqualTo(new Counts(0, 0));
        routes.put("acme", ONE, true);
        assertThat(counts.sinceArrival(TWO, "acme")).isEqualTo(new Counts(0, 0));

        routes.put("acme", TWO, true);
        calls.ofVersions.put(TWO, new Counts(130, 60));

        assertThat(counts.sinceArrival(TWO, "acme")).isEqualTo(new Counts(30, 10));
    }
}
