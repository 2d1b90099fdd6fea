package io.plexica.authorization.internal.grants;

import static io.plexica.authorization.internal.testing.Acme.SLUG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.Policy;
import io.plexica.api.problem.ErrorCode;
import io.plexica.authorization.internal.testing.Acme;
import io.plexica.spi.tenancy.WorkspaceRole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The policies of a manifest follow the version that the tenant is on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginPoliciesTest {

    private static final Map<String, Object> ON_BIG_DEALS =
            Map.of("attribute", "resource.amount", "operator", "greaterThan", "value", 1000);

    private static Acme acme;

    @BeforeAll
    static void start() {
        acme = Acme.start();
    }

    @AfterAll
    static void stop() {
        acme.close();
    }

    @BeforeEach
    void begin() {
        acme.begin();
    }

    @Test
    void a_versions_policies_hold_from_its_registration_to_its_end() {
        Acme.system(() -> {
            acme.room.authorization.assignRoles(SLUG, Acme.BOB.id(), Set.of("member"));
            return SLUG;
        });
        assertThat(allowed(5000)).isTrue();

        register(deny("crm:deals:*", ON_BIG_DEALS));
        assertThat(allowed(5000)).isFalse();
        assertThat(allowed(10)).isTrue();
        assertThat(policies()).containsExactly("big deals PLUGIN crm");

        register(deny("crm:deals:*", ON_BIG_DEALS));
        assertThat(policies()).as("the same again").hasSize(1);
        register();
        assertThat(policies()).as("a version without").isEmpty();
        assertThat(allowed(5000)).isTrue();

        register(deny("crm:deals:*", ON_BIG_DEALS));
        acme.room.permissions.withdraw(SLUG, "crm");
        assertThat(policies()).isEmpty();
    }

    @Test
    void policies_out_of_order_are_refused_with_their_places() {
        Policy foreign = deny("shop:*", ON_BIG_DEALS);
        Policy strange = deny("crm:*", Map.of("attribute", "resource.amount", "operator", "resembles", "value", 1));

        assertThatThrownBy(() -> register(foreign, strange))
                .hasMessageContaining("/policies/0/permission")
                .satisfies(e -> assertThat(e).extracting("code").isEqualTo(ErrorCode.PLUGIN_INVALID))
                .satisfies(e -> assertThat(e).extracting("errors").asList().hasSize(2));
        assertThat(policies()).isEmpty();
    }

    private static boolean allowed(int amount) {
        return acme.grants(Acme.BOB, WorkspaceRole.MEMBER).allows("crm:deals:write", Map.of("amount", amount), null);
    }

    private static void register(Policy... policies) {
        PluginManifest crm = Acme.crm();
        acme.room.permissions.register(SLUG, Acme.manifest(crm.id(), crm.permissions(), List.of(policies)));
    }

    private static Policy deny(String permission, Map<String, Object> conditions) {
        return new Policy("big deals", null, permission, "DENY", conditions, 0);
    }

    private static List<String> policies() {
        return acme.server.query("SELECT name || ' ' || source || ' ' || plugin FROM tenant_acme.policies");
    }
}
