package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.Shell;
import io.plexica.itests.support.TestTenant;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@BlackBox
class ShellIT {

    private final Platform platform;
    private final Shell shell;

    ShellIT(Platform platform) {
        this.platform = platform;
        this.shell = platform.shell();
    }

    @Test
    void an_operator_does_the_main_job_from_the_shell() {
        String slug = TestTenant.freshSlug();
        String id = Published.freshId();
        Path first = Probe.version(id, "1.0.0").build(Published.folder());
        Path second = Probe.version(id, "1.1.0").build(Published.folder());

        shell.run(
                "tenant:create --name Shelly --plan pro --admin-email ada@" + slug
                        + ".example --admin-password Pearl-1-Pearl " + slug,
                "plugin:publish " + first,
                "plugin:publish " + second,
                "plugin:install " + slug + " " + id + " 1.0.0");
        assertThat(shell.json("tenant:list").findValuesAsText("slug")).contains("acme", "globex", slug);
        assertThat(shell.json("plugin:list").findValuesAsText("id")).contains("crm", id);
        assertThat(shell.json("plugin:info " + id).toString()).contains("1.0.0", "1.1.0");
        assertThat(installation(slug, id).path("status").asText()).isEqualTo("INSTALLED");

        shell.run("plugin:disable " + slug + " " + id);
        assertThat(installation(slug, id).path("status").asText()).isEqualTo("DISABLED");
        assertThat(shell.run(
                        "plugin:enable " + slug + " " + id,
                        "plugin:upgrade " + slug + " " + id + " 1.1.0",
                        "plugin:withdraw --yes " + id + " 1.1.0"))
                .contains("version-in-use");
        assertThat(installation(slug, id).path("version").asText()).isEqualTo("1.1.0");

        shell.run("plugin:uninstall --yes " + slug + " " + id, "tenant:suspend " + slug);
        assertThat(installation(slug, id).path("status").asText()).isEqualTo("UNINSTALLED");
        assertThat(platform.boss().get("/api/v1/tenants/" + slug).at("/status")).isEqualTo("SUSPENDED");
        shell.run(
                "plugin:withdraw --yes " + id + " 1.1.0",
                "plugin:withdraw --yes " + id + " 1.0.0",
                "tenant:activate " + slug,
                "tenant:delete --yes --hard " + slug);
        platform.boss().get("/api/v1/plugins/" + id).refused(404, "plugin-not-found");
        platform.boss().get("/api/v1/tenants/" + slug).refused(404, "not-found");
    }

    @Test
    void tables_are_for_people() {
        assertThat(shell.run("tenant:list", "plugin:list", "plexica:status"))
                .contains("acme", "globex", "ACTIVE")
                .contains("crm", "AVAILABLE")
                .contains("database", "identity", "plugins");
    }

    @Test
    void a_mistake_is_answered_with_a_sentence() {
        assertThat(shell.run("tenant:suspend no-such-tenant"))
                .contains("no-such-tenant")
                .doesNotContain("\tat ", "NullPointerException");
        assertThat(shell.run("plugin:install acme no-such-plugin"))
                .contains("no-such-plugin")
                .doesNotContain("\tat ");
    }

    @Test
    void help_knows_commands_and_says_so_where_there_is_none() {
        // "help" alone leads into a pager, which wants a terminal.
        assertThat(shell.run("*:help tenant:list", "*:help tenant:lsit", "*:help plgin"))
                .contains("tenant:list")
                .contains("There is no such command as 'tenant:lsit'; did you mean 'tenant:list'?")
                .contains("did you mean 'plugin'?")
                .doesNotContain("\tat ");
    }

    @Test
    void every_bundle_is_active_and_every_part_is_healthy() {
        // A bundle with a component that misses something is Waiting.
        List<String> bundles = shell.run("bundle:list -t 0 --no-format")
                .lines()
                .filter(line -> line.contains("\t"))
                .filter(line -> !line.contains("com.example"))
                .toList();

        assertThat(bundles).hasSizeGreaterThan(50).anyMatch(line -> line.contains("Plexica :: Platform :: Web"));
        // An API bundle of a plugin holds types alone: it is never started.
        assertThat(bundles)
                .allMatch(line -> line.contains("Active") || line.contains("Hosts:") || line.contains("CRM :: API"));
    }

    private JsonNode installation(String slug, String id) {
        return platform.boss()
                .get("/api/v1/tenants/" + slug + "/plugins/" + id)
                .expect(200)
                .json();
    }
}
