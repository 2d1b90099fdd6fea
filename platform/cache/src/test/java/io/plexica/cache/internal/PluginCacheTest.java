package io.plexica.cache.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginCacheTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MapStore store = new MapStore();
    private final LaterDatabase database = new LaterDatabase();
    private final LoadingStore memory = new LoadingStore(database, store, Duration.ofSeconds(1));
    private final PluginCache crm = new PluginCache(memory, "crm");
    private final PluginCache billing = new PluginCache(memory, "billing");

    /** What a plugin may keep. */
    record Report(String title, List<Integer> figures, Instant at) {}

    @Test
    void what_is_put_comes_back_as_a_copy_of_its_type() {
        Report report = new Report("Q3", List.of(1, 2), Instant.parse("2026-11-28T08:00:00Z"));
        InTenant.in("acme", () -> {
            crm.put("report", report, MINUTE);
            assertThat(crm.get("report", Report.class)).contains(report);
            assertThat(crm.get("report", Report.class).orElseThrow()).isNotSameAs(report);
        });
        assertThat(store.entries).containsOnlyKeys("acme:crm:report");
        assertThat(store.lifetimes).containsEntry("acme:crm:report", MINUTE);
    }

    @Test
    void nobody_reads_what_belongs_to_another_tenant_or_plugin() {
        InTenant.in("acme", () -> crm.put("n", 1, MINUTE));
        assertThat(InTenant.of("globex", () -> crm.get("n", Integer.class))).isEmpty();
        assertThat(InTenant.of("acme", () -> billing.get("n", Integer.class))).isEmpty();
        InTenant.in("globex", () -> crm.evictAll("*"));
        InTenant.in("acme", () -> billing.evictAll("*"));
        assertThat(InTenant.of("acme", () -> crm.get("n", Integer.class))).contains(1);
    }

    @Test
    void entries_that_got_under_another_key_or_were_never_ours_are_not_there() {
        InTenant.in("acme", () -> crm.put("n", 1, MINUTE));
        store.entries.put("globex:crm:n", store.entries.get("acme:crm:n"));
        assertThat(InTenant.of("globex", () -> crm.get("n", Integer.class))).isEmpty();
        for (String poison : List.of("", "7", "\u0000\u0000", "Q", "{\"@class\":\"java.net.URL\"}")) {
            store.entries.put("acme:crm:n", poison.getBytes(StandardCharsets.UTF_8));
            assertThat(InTenant.of("acme", () -> crm.get("n", Integer.class))).isEmpty();
            assertThat(InTenant.<Integer>of("acme", () -> crm.remember("n", Integer.class, MINUTE, () -> 5)))
                    .isEqualTo(5);
        }
    }

    @Test
    void what_is_of_another_type_is_worked_out_anew() {
        InTenant.in("acme", () -> {
            crm.put("report", List.of("older", "form"), MINUTE);
            assertThat(crm.get("report", Report.class)).isEmpty();
            Report report = new Report("Q3", List.of(), Instant.EPOCH);
            assertThat(crm.<Report>remember("report", Report.class, MINUTE, () -> report))
                    .isEqualTo(report);
            assertThat(crm.get("report", Report.class)).contains(report);
        });
    }

    @Test
    void a_put_counts_when_the_unit_of_work_commits_and_an_eviction_at_once_and_again_then() {
        InTenant.in("acme", () -> {
            database.begin();
            crm.put("n", 1, MINUTE);
            assertThat(crm.get("n", Integer.class)).isEmpty();
            database.rollBack();
            assertThat(crm.get("n", Integer.class)).isEmpty();
            database.begin();
            crm.put("n", 1, MINUTE);
            database.commit();
            assertThat(crm.get("n", Integer.class)).contains(1);

            database.begin();
            crm.evict("n");
            assertThat(crm.get("n", Integer.class)).isEmpty();
            assertThat(crm.<Integer>remember("n", Integer.class, MINUTE, () -> 1))
                    .isEqualTo(1);
            database.commit();
            assertThat(crm.get("n", Integer.class)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a*", "ä", "a/b", "a\nb"})
    void what_is_no_key_is_refused(String key) {
        assertThatThrownBy(() -> InTenant.of("acme", () -> crm.get(key, String.class)))
                .isInstanceOf(PlexicaException.class)
                .hasMessageStartingWith("/key must be");
    }

    @Test
    void times_and_sizes_have_bounds() {
        InTenant.in("acme", () -> {
            assertThatThrownBy(() -> crm.put("n", 1, Duration.ZERO)).hasMessageContaining("from a second to a day");
            assertThatThrownBy(() -> crm.put("n", 1, Duration.ofDays(2)))
                    .hasMessageContaining("from a second to a day");
            assertThatThrownBy(() -> crm.put("n", "x".repeat(Values.LARGEST), MINUTE))
                    .hasMessageContaining("1048578 bytes");
            assertThatThrownBy(() -> crm.put("n", new Object(), MINUTE)).hasMessageContaining("as JSON");
        });
    }

    @Test
    void what_is_too_large_is_given_and_not_kept() {
        String large = "x".repeat(Values.LARGEST);
        InTenant.in(
                "acme",
                () -> assertThat(crm.<String>remember("n", String.class, MINUTE, () -> large))
                        .isEqualTo(large));
        assertThat(store.entries).isEmpty();
    }

    @Test
    void outside_a_tenant_nothing_is_cached() {
        assertThatThrownBy(() -> crm.get("n", String.class)).hasMessageContaining("no context");
    }

    @Test
    void with_a_plugins_data_in_a_tenant_goes_what_it_remembered_there() {
        InTenant.in("acme", () -> {
            crm.put("n", 1, MINUTE);
            billing.put("n", 2, MINUTE);
        });
        InTenant.in("globex", () -> crm.put("n", 3, MINUTE));

        new Forgetting(memory).deleteAll("acme", "crm");

        InTenant.in("acme", () -> {
            assertThat(crm.get("n", Integer.class)).isEmpty();
            assertThat(billing.get("n", Integer.class)).contains(2);
        });
        InTenant.in("globex", () -> assertThat(crm.get("n", Integer.class)).contains(3));
    }

    @Test
    void without_a_store_everything_is_worked_out() {
        PluginCache alone = new PluginCache(new LoadingStore(database, null, Duration.ofSeconds(1)), "crm");
        InTenant.in("acme", () -> {
            alone.put("n", 1, MINUTE);
            assertThat(alone.<Integer>remember("n", Integer.class, MINUTE, () -> 2))
                    .isEqualTo(2);
            assertThat(alone.<Integer>remember("n", Integer.class, MINUTE, () -> 3))
                    .isEqualTo(3);
            alone.evict("n");
            alone.evictAll("*");
        });
    }
}
