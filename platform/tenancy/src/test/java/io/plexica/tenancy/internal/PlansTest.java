package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plexica.spi.web.IfMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlansTest extends TenancyTest {

    @Test
    void the_setting_names_plans_and_which_have_connections_of_their_own() {
        Plans plans = Plans.of("free, pro ,enterprise:dedicated,");

        assertThat(plans.names()).containsExactly("free", "pro", "enterprise");
        assertThat(plans.first()).isEqualTo("free");
        assertThat(plans.isDedicated("enterprise")).isTrue();
        assertThat(plans.isDedicated("pro")).isFalse();
        assertThat(plans.isDedicated("no-longer-there")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "Free", "free:shared", "free:", "free:dedicated:x", "free,free"})
    void a_setting_that_makes_no_sense_is_refused(String text) {
        assertThatThrownBy(() -> Plans.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PLEXICA_PLANS");
    }

    @Test
    void a_tenants_connections_follow_its_plan() {
        node.create("acme");
        assertThat(node.pools.dedicated).isEmpty();

        setPlan("gold");
        assertThat(node.pools.dedicated).containsExactly("acme");
        setPlan("free");
        assertThat(node.pools.dedicated).isEmpty();

        TenantDraft draft = Node.draft("globex");
        node.create(new TenantDraft(draft.slug(), draft.name(), "gold", null, null, draft.admin()), Progress.NONE);
        assertThat(node.pools.dedicated).containsExactly("globex");
    }

    @Test
    void connections_that_cannot_be_had_now_are_had_later() {
        node.create("acme");
        node.pools.broken = true;
        setPlan("gold");
        assertThat(node.management.get("acme").plan()).isEqualTo("gold");
        assertThat(node.pools.dedicated).isEmpty();

        node.pools.broken = false;

        await().until(() -> node.pools.dedicated.contains("acme"));
    }

    @Test
    void an_unknown_plan_is_refused_with_the_possible_ones() {
        node.create("acme");

        assertThatThrownBy(() -> setPlan("platinum")).hasMessage("/plan must be one of free, pro, gold");
    }

    private void setPlan(String plan) {
        var patch = JsonNodeFactory.instance.objectNode().put("plan", plan);
        node.management.edit("acme", "core.tenant.updated", IfMatch.ANY, plans -> TenantPatch.of(patch, plans));
    }
}
