package io.plexica.jobs.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginSharesTest {

    private final PluginShares shares = new PluginShares(2);

    @Test
    void a_plugin_has_a_share_and_what_it_runs_is_taken_from_it() {
        assertThat(shares.rest()).isEmpty();
        shares.taken("crm");
        shares.taken("loyalty");
        shares.taken("loyalty");
        assertThat(shares.rest()).containsOnly(entry("crm", 1), entry("loyalty", 0));

        shares.given("loyalty");
        shares.given("crm");
        assertThat(shares.rest()).containsOnly(entry("loyalty", 1));
    }

    @Test
    void one_that_was_late_has_one_place_until_it_is_in_time_again() {
        shares.ended("crm", false);
        assertThat(shares.rest()).containsOnly(entry("crm", 1));
        shares.taken("crm");
        assertThat(shares.rest()).containsOnly(entry("crm", 0));

        shares.ended("crm", true);
        shares.given("crm");
        assertThat(shares.rest()).isEmpty();
    }

    private static Map.Entry<String, Integer> entry(String plugin, int rest) {
        return Map.entry(plugin, rest);
    }
}
