package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.SettingsJar;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkspacePluginsTest extends PlatformCase {

    private static final PluginRef GREETER = new PluginRef("greeter", "1.0.0");

    private WorkspaceInfo sales;
    private WorkspaceInfo research;

    @BeforeEach
    void installAPlugin() {
        sales = platform.workspaces.add("sales");
        research = platform.workspaces.add("research");
        publish(SettingsJar.of("1.0.0"));
        platform.plugins.install(acme, "greeter", null, null);
    }

    @Test
    void a_plugin_is_on_until_it_is_switched_off_and_only_there() {
        WorkspacePlugin untouched = get(sales);
        assertThat(untouched.enabled()).isTrue();
        assertThat(untouched.version()).isZero();

        assertThat(put(sales, switched(false)).enabled()).isFalse();

        assertThat(isOn(sales)).isFalse();
        assertThat(isOn(research)).isTrue();
        assertThat(platform.currentRoutes.enabled("acme", sales.id())).isEmpty();
        assertThat(platform.currentRoutes.enabled("acme", research.id())).containsExactly(GREETER);
        assertThat(platform.currentRoutes.enabled("acme", null)).containsExactly(GREETER);
        assertThat(put(sales, switched(true)).enabled()).isTrue();
        assertThat(isOn(sales)).isTrue();
        assertThat(audited("core.plugin.configured")).containsExactly("SUCCESS", "SUCCESS");
    }

    @Test
    void what_is_off_stays_off_through_the_plugins_life_in_the_tenant() {
        put(sales, switched(false));

        platform.plugins.disable(acme, "greeter");
        platform.plugins.enable(acme, "greeter");
        assertThat(isOn(sales)).isFalse();
        platform.plugins.uninstall(acme, "greeter", false);
        platform.plugins.install(acme, "greeter", null, null);
        assertThat(isOn(sales)).isFalse();
        assertThat(isOn(research)).isTrue();
    }

    @Test
    void what_is_left_out_stays_as_it_is() {
        put(sales, new WorkspaceWish(false, Map.of("times", 2), List.of("shouting"), List.of("waving")));

        WorkspacePlugin now = put(sales, switched(true));

        assertThat(now.configuration()).hasToString("{\"times\":2}");
        assertThat(now.enabledFeatures()).containsExactly("shouting");
        assertThat(now.disabledFeatures()).containsExactly("waving");
        assertThat(said(sales)).isEqualTo("hello 2 localhost - true false false");
    }

    @Test
    void features_follow_the_workspace_then_the_manifest_and_the_flags() {
        assertThat(said(sales)).endsWith("false true false");
        platform.flags.switchOn("greeter.shouting");
        assertThat(said(sales)).endsWith("true true false");

        put(sales, new WorkspaceWish(null, null, null, List.of("shouting", "waving")));

        assertThat(said(sales)).endsWith("false false false");
        assertThat(said(research)).endsWith("true true false");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        WorkspaceWish wish =
                new WorkspaceWish(false, Map.of("times", 0), List.of("waving", "singing"), List.of("waving"));

        assertThatThrownBy(() -> put(sales, wish))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::pointer)
                                .containsExactlyInAnyOrder(
                                        "/enabledFeatures/1", "/disabledFeatures", "/configuration/times"));
        assertThat(isOn(sales)).isTrue();
    }

    @Test
    void what_the_tenant_does_not_have_is_not_found() {
        publish(PluginJar.hello("notes", "1.0.0"));
        assertThatThrownBy(() -> platform.workspacePlugins.get(acme, sales, "notes"))
                .extracting("code")
                .isEqualTo(ErrorCode.NOT_FOUND);
        platform.plugins.uninstall(acme, "greeter", false);
        assertThatThrownBy(() -> get(sales)).extracting("code").isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void the_plugin_may_veto() {
        String life = "test.moody.Life";
        publish(PluginJar.empty("moody", "1.0.0")
                .imports("io.plexica.api.context;version=\"[1.0,2)\"")
                .source(
                        life,
                        "package test.moody;\n"
                                + "public class Life implements io.plexica.api.plugin.PluginLifecycle {\n"
                                + "  @Override public void beforeDisableInWorkspace("
                                + "io.plexica.api.plugin.WorkspaceLifecycleEvent event) {\n"
                                + "    throw io.plexica.api.problem.PlexicaException.conflict(\"open-work\", "
                                + "\"There is open work in \" + event.workspace().slug());\n}}\n")
                .component(life, "", "io.plexica.api.plugin.PluginLifecycle"));
        platform.plugins.install(acme, "moody", null, null);

        assertThatThrownBy(() -> platform.workspacePlugins.put(acme, sales, "moody", switched(false), IfMatch.ANY))
                .hasMessage("open-work: There is open work in sales");

        assertThat(platform.workspacePlugins.get(acme, sales, "moody").enabled())
                .isTrue();
        assertThat(audited("core.plugin.configured")).containsExactly("FAILURE");
    }

    private boolean isOn(WorkspaceInfo place) {
        return platform.currentRoutes.find("greeter", "acme").enabledIn(place.id());
    }

    private WorkspacePlugin get(WorkspaceInfo place) {
        return platform.workspacePlugins.get(acme, place, "greeter");
    }

    private WorkspacePlugin put(WorkspaceInfo place, WorkspaceWish wish) {
        return platform.workspacePlugins.put(acme, place, "greeter", wish, IfMatch.ANY);
    }

    private static WorkspaceWish switched(boolean on) {
        return new WorkspaceWish(on, null, null, null);
    }

    private String said(WorkspaceInfo place) {
        Membership there = new Membership(place, WorkspaceRole.MEMBER);
        try (Contexts.Scope scope = Contexts.open(
                Contexts.require().inTenant(acme).inPlugin(GREETER).inWorkspace(there, Grants.NONE))) {
            return platform.servers.hello(GREETER);
        }
    }
}
