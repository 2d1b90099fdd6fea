package io.plexica.authorization.internal.grants;

import static io.plexica.authorization.internal.testing.Acme.SLUG;
import static io.plexica.authorization.internal.testing.Acme.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.PluginManifest.Permission;
import io.plexica.authorization.internal.testing.Acme;
import io.plexica.spi.authorization.PluginPermissions.Defaults;
import io.plexica.spi.authorization.PluginPermissions.Holders;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who would hold what a plugin brings, told before it is brought. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginHoldersTest {

    private static final PluginManifest SHOP = manifest(
            "shop",
            new Permission("shop:items:read", "Read", null, List.of("member", "viewer"), false),
            new Permission("shop:items:delete", "Delete", null, List.of(), true));

    private static Acme acme;

    private final TenantPluginPermissions permissions = acme.room.permissions;

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
    void roles_by_default_and_by_wildcard_count_with_everybody_in_them_once() {
        assign("member", "viewer");

        assertThat(permissions.holders(SLUG, SHOP, Defaults.ALL))
                .containsExactly(
                        new Holders("shop:items:read", List.of("admin", "member", "viewer"), 2),
                        new Holders("shop:items:delete", List.of("admin"), 1));
        assertThat(permissions.holders(SLUG, SHOP, Defaults.NONE))
                .extracting(Holders::roles)
                .containsExactly(List.of("admin"), List.of("admin"));
        assertThat(keys("member")).as("nothing was given").doesNotContain("shop:items:read");
    }

    @Test
    void people_in_teams_count_and_what_the_tenant_took_away_stays_away_unless_all_is_given() {
        acme.sql("INSERT INTO team_roles SELECT '" + Acme.TEAM + "', id FROM roles WHERE name = 'viewer'");
        acme.joinTeam(Acme.BOB);
        acme.sql("INSERT INTO role_removals SELECT id, 'shop:items:read' FROM roles WHERE name = 'member'");

        assertThat(permissions.holders(SLUG, SHOP, Defaults.ADDED).get(0))
                .isEqualTo(new Holders("shop:items:read", List.of("admin", "viewer"), 2));
        assertThat(permissions.holders(SLUG, SHOP, Defaults.ALL).get(0).roles()).contains("member");
    }

    private void assign(String... roles) {
        Acme.system(() -> {
            acme.room.authorization.assignRoles(SLUG, Acme.BOB.id(), Set.of(roles));
            return SLUG;
        });
    }

    private static List<String> keys(String role) {
        return acme.server.query("SELECT p.key FROM tenant_acme.role_permissions p JOIN tenant_acme.roles r ON r.id ="
                + " p.role_id WHERE r.name = '" + role + "'");
    }
}
