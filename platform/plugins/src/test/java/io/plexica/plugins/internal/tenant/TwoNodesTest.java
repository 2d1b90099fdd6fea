package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.SettingsJar;
import io.plexica.plugins.internal.testing.TestFramework;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.PluginRoutes.Route;
import io.plexica.spi.web.IfMatch;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is done through one node takes effect on another. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoNodesTest extends PlatformCase {

    private static final PluginRef ONE = new PluginRef("notes", "1.0.0");
    private static final PluginRef TWO = new PluginRef("notes", "1.1.0");
    private static final Duration SOON = Duration.ofSeconds(10);

    private TestFramework thereFramework;
    private TestPlatform there;

    private void startThere(Set<String> only) {
        thereFramework = new TestFramework();
        there = new TestPlatform(thereFramework, database, folder.resolve("there"), only);
        there.tenants.add("acme");
    }

    @AfterEach
    void stopThere() {
        there.close();
        thereFramework.close();
    }

    @Test
    void a_plugin_lives_its_life_in_a_tenant_on_every_node() {
        startThere(Set.of());
        publish(PluginJar.hello("notes", "1.0.0"));
        await().atMost(SOON).until(() -> "1.0.0".equals(there.servers.hello(ONE)));

        platform.plugins.install(acme, "notes", null, null);
        await().atMost(SOON).until(() -> new Route(ONE, true, true).equals(there.currentRoutes.find("notes", "acme")));
        platform.plugins.disable(acme, "notes");
        await().atMost(SOON).until(() -> new Route(ONE, false, true).equals(there.currentRoutes.find("notes", "acme")));
        platform.plugins.enable(acme, "notes");
        await().atMost(SOON).until(() -> there.currentRoutes.enabled("acme").contains(ONE));

        publish(PluginJar.hello("notes", "1.1.0"));
        await().atMost(SOON).until(() -> "1.1.0".equals(there.servers.hello(TWO)));
        platform.plugins.upgrade(acme, "notes", null);
        await().atMost(SOON).until(() -> there.currentRoutes.enabled("acme").contains(TWO));

        platform.plugins.uninstall(acme, "notes", true);
        await().atMost(SOON)
                .until(() -> !there.currentRoutes.find("notes", "acme").installed());
        platform.withdrawal.byHand(TWO);
        platform.withdrawal.byHand(ONE);
        await().atMost(SOON).until(() -> there.servers.size() == 0);
        assertThat(there.runtime.registry().ids()).isEmpty();
    }

    @Test
    void a_route_that_an_operation_puts_after_the_next_one_has_put_another_does_not_stay() {
        startThere(Set.of());
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);
        platform.plugins.disable(acme, "notes");
        Route disabled = new Route(ONE, false, true);
        await().atMost(SOON).until(() -> disabled.equals(there.currentRoutes.find("notes", "acme")));

        there.routes.put("acme", ONE, true);

        await().atMost(SOON).until(() -> disabled.equals(there.currentRoutes.find("notes", "acme")));
    }

    @Test
    void a_snapshot_that_is_replaced_is_replaced_on_every_node() {
        startThere(Set.of());
        PluginRef snapshot = new PluginRef("notes", "1.0.0-SNAPSHOT");
        publish(PluginJar.hello("notes", "1.0.0-SNAPSHOT"));
        await().atMost(SOON).until(() -> there.servers.hello(snapshot) != null);
        String before = there.runtime.registry().find(snapshot).orElseThrow().digest();

        publish(PluginJar.hello("notes", "1.0.0-SNAPSHOT").entry("other.txt", "other"));
        await().atMost(SOON)
                .until(() -> there.runtime
                        .registry()
                        .running(snapshot)
                        .filter(plugin -> !plugin.candidate().digest().equals(before))
                        .isPresent());
        assertThat(there.servers.hello(snapshot)).isEqualTo("1.0.0-SNAPSHOT");
    }

    @Test
    void a_node_that_hears_nothing_asks_the_database() {
        startThere(Set.of());
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);
        await().atMost(SOON)
                .until(() -> there.currentRoutes.find("notes", "acme").enabled());

        there.rooms.setDeaf(true);
        await().atMost(SOON).until(() -> !there.rooms.signals().isCurrent());
        platform.plugins.disable(acme, "notes");

        assertThat(there.currentRoutes.find("notes", "acme").enabled()).isFalse();
        there.rooms.setDeaf(false);
        await().atMost(SOON).until(() -> there.rooms.signals().isCurrent());
    }

    @Test
    void what_a_node_has_heard_of_and_not_read_yet_is_read_by_the_call_that_needs_it() {
        startThere(Set.of());
        publish(PluginJar.hello("notes", "1.0.0"));
        await().atMost(SOON).until(() -> "1.0.0".equals(there.servers.hello(ONE)));
        assertThat(there.currentRoutes.find("notes", "acme").installed()).isFalse();

        // Nobody there reads on any more.
        there.keeper.close();
        platform.plugins.install(acme, "notes", null, null);
        await().atMost(SOON)
                .until(() -> there.currentRoutes.find("notes", "acme").enabled());
    }

    @Test
    void what_a_tenant_and_its_workspaces_decide_holds_on_every_node() {
        startThere(Set.of());
        PluginRef greeter = new PluginRef("greeter", "1.0.0");
        publish(SettingsJar.of("1.0.0"));
        platform.plugins.install(acme, "greeter", null, null);
        await().atMost(SOON).until(() -> there.servers.hello(greeter, acme).startsWith("hello"));
        WorkspaceInfo sales = platform.workspaces.add("sales");

        platform.configurations.put(acme, "greeter", null, Map.of("greeting", "moin"), IfMatch.ANY);
        await().atMost(SOON).until(() -> there.servers.hello(greeter, acme).startsWith("moin"));

        WorkspaceWish off = new WorkspaceWish(false, null, null, null);
        platform.workspacePlugins.put(acme, sales, "greeter", off, IfMatch.ANY);
        await().atMost(SOON)
                .until(() -> !there.currentRoutes.find("greeter", "acme").enabledIn(sales.id()));
        assertThat(there.currentRoutes.find("greeter", "acme").enabledIn(null)).isTrue();
    }

    @Test
    void a_deployment_starts_only_the_plugins_that_it_is_told_to() {
        startThere(Set.of("books", "unknown"));
        publish(PluginJar.hello("notes", "1.0.0"));
        publish(PluginJar.hello("books", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);
        platform.plugins.install(acme, "books", null, null);

        await().atMost(SOON).until(() -> !there.currentRoutes.enabled("acme").isEmpty());
        assertThat(there.runtime.registry().ids()).containsExactly("books");
        assertThat(there.currentRoutes.enabled("acme")).containsExactly(new PluginRef("books", "1.0.0"));
        assertThat(there.currentRoutes.find("notes", "acme")).isNull();
        assertThat(there.plugins.list(acme)).hasSize(1);
        assertThatThrownBy(() -> there.plugins.get(acme, "notes")).hasMessageContaining("not installed");
        assertThatThrownBy(() -> there.publisher.publish(
                        PluginJar.hello("notes", "2.0.0").in(folder), "upload"))
                .hasMessageContaining("PLEXICA_PLUGINS");
    }
}
