package io.plexica.plugins.internal.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SelectionTest {

    private static final List<String> PLANS = List.of("free", "enterprise");
    private static final List<Tenant> HOLDERS = IntStream.range(0, 40)
            .mapToObj(i -> tenant("t" + i, i % 4 == 0 ? "pro" : "free"))
            .toList();

    @Test
    void nothing_said_means_all() {
        assertThat(chosen(new RolloutWish("2.0.0", null, null, null))).hasSize(40);
        assertThat(Selection.of(new RolloutWish("2.0.0", null, 50, null), List.of(), PLANS))
                .isEmpty();
    }

    @Test
    void a_larger_percentage_keeps_those_of_a_smaller_one() {
        List<String> quarter = chosen(new RolloutWish("2.0.0", null, 25, null));
        List<String> half = chosen(new RolloutWish("2.0.0", null, 50, null));

        assertThat(quarter).hasSize(10);
        assertThat(half).hasSize(20).startsWith(quarter.toArray(String[]::new));
        assertThat(chosen(new RolloutWish("2.0.0", null, 1, null))).hasSize(1);
        assertThat(chosen(new RolloutWish("2.0.0", null, 100, null))).hasSize(40);
    }

    @Test
    void a_plan_means_its_tenants_and_names_mean_themselves_in_their_order() {
        assertThat(chosen(new RolloutWish("2.0.0", null, null, "pro"))).hasSize(10);
        assertThat(chosen(new RolloutWish("2.0.0", List.of("t7", "t3"), null, null)))
                .containsExactly("t7", "t3");
        assertThatThrownBy(() -> chosen(new RolloutWish("2.0.0", List.of("t1", "nobody"), null, null)))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .containsExactly(new FieldError("/tenants/1", "'nobody' does not have the plugin")));
    }

    @Test
    void a_plan_that_there_is_not_is_refused_and_one_that_is_configured_no_more_means_those_on_it() {
        assertThat(chosen(new RolloutWish("2.0.0", null, null, "pro"))).hasSize(10);
        assertThat(chosen(new RolloutWish("2.0.0", null, null, "enterprise"))).isEmpty();
        assertThatThrownBy(() -> chosen(new RolloutWish("2.0.0", null, null, "gold")))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .containsExactly(
                                        new FieldError("/plan", "'gold' is no plan; there are free, enterprise")));
    }

    @Test
    void everything_that_is_wrong_with_a_wish_is_said() {
        assertThat(problems(null)).containsExactly("/version");
        assertThat(problems(new RolloutWish(" ", List.of("a", "a", ""), 101, " ")))
                .containsExactly("/version", "", "/tenants/1", "/tenants/2", "/percentage", "/plan");
        assertThat(problems(new RolloutWish("1.0.0", List.of(), null, null))).containsExactly("/tenants");
    }

    private static List<String> problems(RolloutWish wish) {
        try {
            RolloutWish.checked(wish);
            return List.of();
        } catch (PlexicaException e) {
            return e.errors().stream().map(FieldError::pointer).toList();
        }
    }

    private static List<String> chosen(RolloutWish wish) {
        return Selection.of(wish, HOLDERS, PLANS).stream().map(Tenant::slug).toList();
    }

    private static Tenant tenant(String slug, String plan) {
        return new Tenant(UUID.randomUUID(), slug, slug, TenantStatus.ACTIVE, plan, Instant.EPOCH);
    }
}
