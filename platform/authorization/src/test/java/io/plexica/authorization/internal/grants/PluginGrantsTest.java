package io.plexica.authorization.internal.grants;

import static io.plexica.authorization.internal.testing.Acme.SLUG;
import static io.plexica.authorization.internal.testing.Acme.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.PluginManifest.Permission;
import io.plexica.authorization.internal.body.Bodies;
import io.plexica.authorization.internal.roles.Roles;
import io.plexica.authorization.internal.store.Role;
import io.plexica.authorization.internal.testing.Acme;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What becomes of a plugin's permissions while it comes, changes, goes and comes back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginGrantsTest {

    private static final Permission SEE = permission("shop:items:read", "member", "viewer");
    private static final Permission SELL = permission("shop:items:sell", "member");
    private static final PluginManifest FIRST = manifest("shop", SEE);
    private static final PluginManifest SECOND = manifest("shop", SEE, SELL);
    private static final PluginManifest ADDED = manifest("shop", SELL);

    private static Acme acme;

    private final Roles roles = new Roles(acme.room.changes, acme.room.audit);
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
    void a_default_that_the_tenant_took_away_stays_away_through_upgrades_and_a_reinstall() {
        install(FIRST);
        assertThat(keys("viewer")).containsExactly("shop:items:read");
        set("viewer");
        upgrade(SECOND, ADDED);
        assertThat(keys("viewer")).isEmpty();
        assertThat(keys("member")).containsExactly("shop:items:read", "shop:items:sell");

        set("member", "shop:items:read");
        upgrade(FIRST, manifest("shop"));
        upgrade(SECOND, ADDED);
        assertThat(keys("member")).as("back and forth").containsExactly("shop:items:read");

        permissions.withdraw(SLUG, "shop");
        assertThat(keys("member")).isEmpty();
        permissions.register(SLUG, SECOND);
        assertThat(keys("member"))
                .as("reinstalled without being asked for defaults")
                .isEmpty();
        permissions.grantDefaults(SLUG, SECOND);
        assertThat(keys("member")).as("asked for").containsExactly("shop:items:read", "shop:items:sell");
        assertThat(keys("viewer")).containsExactly("shop:items:read");
    }

    @Test
    void what_the_tenant_gave_itself_outlives_the_plugin_without_effect() {
        install(SECOND);
        set("viewer", "shop:items:read", "shop:items:sell", "shop:*");

        permissions.withdraw(SLUG, "shop");

        assertThat(keys("viewer")).containsExactly("shop:*", "shop:items:sell");
        acme.sql("DELETE FROM role_permissions WHERE key = 'shop:*'");
        Acme.system(() -> {
            acme.room.authorization.assignRoles(SLUG, Acme.BOB.id(), java.util.Set.of("viewer"));
            return SLUG;
        });
        assertThat(acme.grants(Acme.BOB, null).covers("shop:items:sell")).isFalse();
        permissions.register(SLUG, SECOND);
        assertThat(acme.grants(Acme.BOB, null).covers("shop:items:sell")).isTrue();
    }

    @Test
    void a_role_that_a_plugin_changes_has_a_new_version() {
        long before = role("viewer").version();
        install(FIRST);
        assertThat(role("viewer").version()).isEqualTo(before + 1);

        permissions.withdraw(SLUG, "shop");
        assertThat(role("viewer").version()).isEqualTo(before + 2);
        assertThat(role("admin").version()).isEqualTo(1);
    }

    private void install(PluginManifest manifest) {
        permissions.register(SLUG, manifest);
        permissions.grantDefaults(SLUG, manifest);
    }

    private void upgrade(PluginManifest manifest, PluginManifest added) {
        permissions.register(SLUG, manifest);
        permissions.grantAdded(SLUG, added);
    }

    /** The tenant edits what a role has of the plugin. */
    private void set(String name, String... keys) {
        Role role = role(name);
        List<String> all = new java.util.ArrayList<>(List.of(keys));
        role.permissions().stream().filter(key -> !key.startsWith("shop:")).forEach(all::add);
        Acme.system(() -> roles.patch(SLUG, role.id(), Bodies.tree(Map.of("permissions", all)), IfMatch.ANY));
    }

    private List<String> keys(String role) {
        return role(role).permissions().stream()
                .filter(key -> key.startsWith("shop:"))
                .toList();
    }

    private Role role(String name) {
        return roles.byName(SLUG, name);
    }

    private static Permission permission(String key, String... defaults) {
        return new Permission(key, key, null, List.of(defaults), false);
    }
}
