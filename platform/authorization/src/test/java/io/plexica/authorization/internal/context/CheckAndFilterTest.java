package io.plexica.authorization.internal.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import io.plexica.authorization.internal.engine.ConditionErrors;
import io.plexica.authorization.internal.engine.ConditionReader;
import io.plexica.authorization.internal.engine.Effect;
import io.plexica.authorization.internal.engine.Policies;
import io.plexica.authorization.internal.engine.Policy;
import io.plexica.authorization.internal.engine.Rights;
import io.plexica.authorization.internal.grants.HeldGrants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckAndFilterTest {

    private static final String READ = "crm:deals:read";
    private static final Policy BIG = deny("resource.amount", "greaterThan", 1_000);

    private final ThreadRequestContext context = new ThreadRequestContext();

    @Test
    void a_check_decides_by_the_resource_and_meets_the_obligation() {
        ExecutionContext call = call(BIG);
        try (Contexts.Scope scope = Contexts.open(call)) {
            assertThat(context.dependsOnResource(READ)).isTrue();
            assertThat(context.hasPermission(READ)).as("whatever the resource").isFalse();
            context.requirePermission(READ);
            assertThat(call.obligations().unmet()).containsExactly(READ);

            context.check(READ, Map.of("amount", 1_000));
            assertThat(call.obligations().unmet()).isEmpty();
            assertThatThrownBy(() -> context.check(READ, Map.of("amount", 1_001)))
                    .isInstanceOfSatisfying(
                            PlexicaException.class,
                            e -> assertThat(e.extensions()).containsEntry("requiredPermissions", List.of(READ)));
            assertThatThrownBy(() -> context.check(READ, Map.of())).isInstanceOf(PlexicaException.class);
            assertThatThrownBy(() -> context.check("crm:deals:write", Map.of("amount", 1)))
                    .isInstanceOf(PlexicaException.class);
        }
    }

    @Test
    void a_filter_keeps_what_is_allowed_in_its_order() {
        ExecutionContext call = call(BIG);
        call.obligations().leaveOpen(READ);
        try (Contexts.Scope scope = Contexts.open(call)) {
            assertThat(context.filter(READ, List.of(new Deal(5_000, null), new Deal(7, null), new Deal(3, null))))
                    .extracting(Deal::amount)
                    .containsExactly(7, 3);
            assertThat(call.obligations().unmet()).isEmpty();
        }
    }

    @Test
    void where_no_policy_reads_the_resource_a_list_comes_back_as_it_is() {
        List<Deal> deals = List.of(new Deal(5_000, null));
        try (Contexts.Scope scope = Contexts.open(call())) {
            assertThat(context.dependsOnResource(READ)).isFalse();
            assertThat(context.filter(READ, deals)).isSameAs(deals);
            assertThat(context.filter("crm:deals:write", deals)).isEmpty();
        }
    }

    @Test
    void attributes_come_from_maps_records_and_getters_and_go_deep() {
        Owner owner = new Owner();
        for (Object resource :
                List.of(new Deal(1, owner), Map.of("owner", owner), Map.of("owner", Map.of("name", "Ada")))) {
            assertThat(allowed(deny("resource.owner.name", "equals", "Ada"), resource))
                    .isFalse();
            assertThat(allowed(deny("resource.owner.name", "equals", "Bob"), resource))
                    .isTrue();
        }
        assertThat(allowed(deny("resource.owner.active", "equals", true), new Deal(1, owner)))
                .isFalse();
        assertThat(allowed(deny("resource.owner.level", "in", List.of("LOW")), new Deal(1, owner)))
                .isFalse();
        assertThat(allowed(deny("resource.owner.id", "equals", new UUID(1, 2).toString()), new Deal(1, owner)))
                .isFalse();
        assertThat(allowed(deny("resource.owner.born", "lessThan", "2000-01-01"), new Deal(1, owner)))
                .isFalse();
        assertThat(allowed(deny("resource.owner.credit", "equals", new BigDecimal("0.1")), new Deal(1, owner)))
                .isFalse();
        assertThat(allowed(deny("resource.owner.tags", "contains", "b"), new Deal(1, owner)))
                .isFalse();
        assertThat(allowed(deny("resource.owner.nick", "exists", true), new Deal(1, owner)))
                .isTrue();
        assertThat(allowed(deny("resource.owner.class", "exists", true), new Deal(1, owner)))
                .isTrue();
        assertThat(allowed(deny("resource.owner.hidden", "exists", true), new Deal(1, owner)))
                .isTrue();
    }

    @Test
    void outside_a_call_nobody_may_anything() {
        assertThat(context.filter(READ, List.of(1))).isEmpty();
        assertThatThrownBy(() -> context.check(READ, Map.of())).isInstanceOf(PlexicaException.class);
    }

    private boolean allowed(Policy policy, Object resource) {
        try (Contexts.Scope scope = Contexts.open(call(policy))) {
            return !context.filter(READ, List.of(resource)).isEmpty();
        }
    }

    private static ExecutionContext call(Policy... policies) {
        Principal ada = new Principal(UUID.randomUUID(), "ada@acme.example", null, null, false);
        return ExecutionContext.platform("trace")
                .as(
                        ada,
                        new HeldGrants(
                                Set.of(),
                                new Rights(Set.of(READ), Policies.of(List.of(policies))),
                                Map.of(),
                                Map.of(),
                                Clock.systemUTC()));
    }

    private static Policy deny(String attribute, String operator, Object value) {
        Map<String, Object> leaf = Map.of("attribute", attribute, "operator", operator, "value", value);
        return new Policy(
                UUID.randomUUID(),
                "no",
                "crm:deals:*",
                Effect.DENY,
                ConditionReader.read(leaf, "", new ConditionErrors()).orElseThrow(),
                0);
    }

    record Deal(
            int amount, @org.jspecify.annotations.Nullable Owner owner) {}

    enum Level {
        LOW
    }

    /** Not public, as entities of plugins often are. */
    static class Owner {

        public UUID getId() {
            return new UUID(1, 2);
        }

        public String getName() {
            return "Ada";
        }

        public boolean isActive() {
            return true;
        }

        public Level getLevel() {
            return Level.LOW;
        }

        public LocalDate getBorn() {
            return LocalDate.of(1999, 12, 31);
        }

        public double getCredit() {
            return 0.1;
        }

        public String[] getTags() {
            return new String[] {"a", "b"};
        }

        public Optional<String> getNick() {
            return Optional.empty();
        }

        public String hidden() {
            return "no getter";
        }
    }
}
