package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.tenant.WorkspacePlugins.Placed;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Plugins that need each other in one workspace: {@code billing} needs {@code crm}, and likes {@code mail}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkspaceCompanyTest extends PlatformCase {

    private WorkspaceInfo sales;
    private WorkspaceInfo research;

    @BeforeEach
    void installThem() {
        sales = platform.workspaces.add("sales");
        research = platform.workspaces.add("research");
        publish(PluginJar.hello("crm", "1.0.0"));
        publish(PluginJar.hello("mail", "1.0.0"));
        publish(PluginJar.hello("billing", "1.0.0").member("dependencies", """
                        [{"plugin": "crm", "version": "[1.0,2)"},
                         {"plugin": "mail", "version": "[1.0,2)", "optional": true}]
                        """));
        List.of("crm", "mail", "billing").forEach(id -> platform.plugins.install(acme, id, null, null));
    }

    @Test
    void all_are_listed_with_what_the_workspace_decided() {
        put(sales, "mail", false);

        assertThat(platform.workspacePlugins.list(acme, sales))
                .extracting(placed -> placed.installation().plugin().id() + " "
                        + placed.there().enabled())
                .containsExactly("billing true", "crm true", "mail false");
        assertThat(platform.workspacePlugins.list(acme, research))
                .extracting(Placed::name)
                .containsExactly("Test billing", "Test crm", "Test mail");
        assertThat(platform.workspacePlugins.list(acme, research))
                .allMatch(placed -> placed.there().enabled());
        platform.plugins.uninstall(acme, "billing", false);
        assertThat(platform.workspacePlugins.list(acme, research)).hasSize(2);
    }

    @Test
    void what_others_need_there_is_not_switched_off_from_under_them() {
        assertThatThrownBy(() -> put(sales, "crm", false)).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
            assertThat(e.detail())
                    .isEqualTo(
                            "dependants: crm is needed by billing in this workspace: switch off billing there first");
            assertThat(e.extensions()).containsEntry("dependants", List.of("billing"));
        });
        assertThat(audited("core.plugin.configured")).containsExactly("FAILURE");

        put(sales, "mail", false);
        put(sales, "billing", false);
        put(sales, "crm", false);
        assertThatThrownBy(() -> put(research, "crm", false)).hasMessageStartingWith("dependants: ");
    }

    @Test
    void what_needs_something_that_is_off_there_is_not_switched_on() {
        put(sales, "billing", false);
        put(sales, "crm", false);

        assertThatThrownBy(() -> put(sales, "billing", true))
                .hasMessage("dependencies-missing: billing needs crm, which this workspace has switched off: switch on"
                        + " crm there first");
        put(sales, "crm", true);
        put(sales, "billing", true);
    }

    @Test
    void who_is_disabled_in_the_tenant_needs_nothing() {
        platform.plugins.disable(acme, "billing");

        put(sales, "crm", false);

        assertThat(platform.workspacePlugins.get(acme, sales, "crm").enabled()).isFalse();
    }

    private void put(WorkspaceInfo place, String plugin, boolean on) {
        platform.workspacePlugins.put(acme, place, plugin, new WorkspaceWish(on, null, null, null), IfMatch.ANY);
    }
}
