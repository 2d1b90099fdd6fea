package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.bounds.BoundSettings;
import io.plexica.spi.limits.RateLimiter.Count;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.web.internal.settings.LimitSettings;
import io.plexica.web.internal.settings.Settings;
import io.plexica.web.internal.support.GuardedResources.InTenant;
import io.plexica.web.internal.support.GuardedResources.Things;
import io.plexica.web.internal.support.GuardedResources.Welcome;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Site;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    private static final PluginRef CRM = new PluginRef("crm", "1.0.0");
    private static final String THINGS = "/api/plugins/crm/things/";
    private static final Settings SETTINGS =
            Site.settings(BoundSettings.STANDARD, new LimitSettings(Map.of("free", 3L), 3, 5, 2));

    private Site site;

    @BeforeEach
    void open() throws Exception {
        site = new Site(SETTINGS);
        Tenant acme = site.rooms.tenant("acme", TenantStatus.ACTIVE);
        Tenant globex = site.rooms.tenant("globex", TenantStatus.ACTIVE);
        Tenant sleepy = site.rooms.tenant("sleepy", TenantStatus.SUSPENDED);
        site.rooms.user(acme, "ann", "member", "crm:things:read");
        site.rooms.user(acme, "bob", "member");
        site.rooms.user(globex, "gus", "admin", "*");
        site.rooms.user(sleepy, "sleeper", "admin", "*");
        site.rooms.user(null, "root", "operator", "core:*");
        site.plugin(CRM, new Things());
        site.platform(new InTenant(), new Welcome());
        site.rooms.install("acme", CRM, true);
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @Test
    void every_answer_says_how_many_are_left_and_the_one_too_many_when_to_go_on() throws Exception {
        for (int left = 2; left >= 0; left--) {
            Answer answer = call("ann", THINGS + "permission");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit-Limit")).isEqualTo("3");
            assertThat(answer.header("RateLimit-Remaining")).isEqualTo(Integer.toString(left));
            assertThat(Long.parseLong(answer.header("RateLimit-Reset"))).isBetween(50L, 60L);
            assertThat(answer.header("Retry-After")).isNull();
        }
        Answer refused = call("ann", THINGS + "permission");
        assertThat(refused.code()).isEqualTo("429 rate-limited");
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.header("Retry-After")).isEqualTo(refused.header("RateLimit-Reset"));
    }

    @Test
    void other_routes_users_and_tenants_are_not_touched() throws Exception {
        exhaust("ann", THINGS + "permission");
        assertThat(call("ann", THINGS + "authenticated").status()).isEqualTo(200);
        assertThat(call("bob", THINGS + "permission").code()).isEqualTo("403 permission-denied");
        assertThat(call("gus", THINGS + "permission").code()).isEqualTo("403 plugin-not-enabled");
    }

    @Test
    void refusals_that_come_later_count_and_those_that_come_before_do_not() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(call("sleeper", THINGS + "skip").code()).isEqualTo("403 tenant-not-active");
            assertThat(site.http.get(THINGS + "permission").send().code()).isEqualTo("401 unauthenticated");
        }
        exhaust("bob", THINGS + "permission");
        exhaust("gus", THINGS + "authenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nowhere/", "/api/plugins/unknown/", "/api/nothing/", "/api/plugins/crm/nowhere/"})
    void what_matches_nothing_counts_however_the_path_changes(String path) throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(call("ann", path + i).status()).isEqualTo(404);
        }
        assertThat(call("ann", path + 4).code()).isEqualTo("429 rate-limited");
    }

    @Test
    void nobody_counts_by_address() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(call(null, "/api/v1/welcome").status()).isEqualTo(200);
        }
        assertThat(call(null, "/api/v1/welcome").code()).isEqualTo("429 rate-limited");
        assertThat(call("root", "/t/acme" + THINGS + "public").header("RateLimit-Limit"))
                .isEqualTo("3");
    }

    @Test
    void operators_are_not_bound_by_plans_and_probes_by_nothing() throws Exception {
        assertThat(call("root", THINGS + "skip").header("RateLimit-Limit")).isEqualTo("5");
        for (int i = 0; i < 9; i++) {
            assertThat(site.http.get("/health/live").send().status()).isEqualTo(200);
        }
    }

    @Test
    void all_nodes_count_together_where_something_counts_for_them() throws Exception {
        site.rooms.limiter = bucket -> Optional.of(new Count(4, 1_500));
        assertThat(call("ann", THINGS + "permission").header("Retry-After")).isEqualTo("2");
        site.rooms.limiter = bucket -> Optional.empty();
        assertThat(call("ann", THINGS + "permission").header("RateLimit-Remaining"))
                .isEqualTo("2");
    }

    private void exhaust(String who, String path) throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(call(who, path).status()).isNotEqualTo(429);
        }
        assertThat(call(who, path).code()).isEqualTo("429 rate-limited");
    }

    private Answer call(@Nullable String who, String path) throws Exception {
        var call = site.http.get(path);
        return (who == null ? call : call.as(who)).send();
    }
}
