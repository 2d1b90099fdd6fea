package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.configuration.ConfigurationState;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.SettingsJar;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import io.plexica.spi.web.IfMatch;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfigurationTest extends PlatformCase {

    private static final PluginRef GREETER = new PluginRef("greeter", "1.0.0");
    private static final Duration SOON = Duration.ofSeconds(10);

    private WorkspaceInfo sales;

    @BeforeEach
    void publishAPlugin() {
        System.clearProperty(SettingsJar.HEARD);
        sales = platform.workspaces.add("sales");
        publish(SettingsJar.of("1.0.0"));
    }

    @Test
    void levels_lie_over_each_other_and_every_setting_knows_its_origin() {
        install();

        put(null, Map.of("greeting", "moin", "mail", Map.of("port", 587)));
        ConfigurationState state = put(sales, Map.of("times", 2, "mail", Map.of("host", "sales.example")));

        assertThat(state.values())
                .isEqualTo(
                        json("{\"greeting\":\"moin\",\"mail\":{\"host\":\"sales.example\",\"port\":587},\"times\":2}"));
        assertThat(state.origins())
                .isEqualTo(
                        json(
                                "{\"greeting\":\"tenant\",\"mail\":{\"host\":\"workspace\",\"port\":\"tenant\"},\"times\":\"workspace\"}"));
        assertThat(state.changedByEmail()).isEqualTo("system");
        assertThat(get(sales, false).values()).isEqualTo(json("{\"mail\":{\"host\":\"sales.example\"},\"times\":2}"));
        assertThat(said(null)).isEqualTo("moin 0 localhost - false true false");
        assertThat(said(sales)).isEqualTo("moin 2 sales.example - false true false");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_nothing_is_kept() {
        install();

        assertThatThrownBy(() -> put(null, Map.of("greeting", "x", "times", 0, "tines", 1, "apiKey", "abc")))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::pointer)
                                .containsExactlyInAnyOrder(
                                        "/values/greeting", "/values/times", "/values/tines", "/values/apiKey"));
        assertThat(get(null, false).version()).isZero();
        assertThat(audited("core.plugin.configured")).isEmpty();
    }

    @Test
    void a_tenants_settings_must_suit_its_workspaces() {
        publish(PluginJar.empty("pair", "1.0.0").member("configuration", """
                {"schema": {"type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}},
                  "not": {"required": ["a", "b"]}}}
                """));
        platform.plugins.install(acme, "pair", null, null);
        platform.configurations.put(acme, "pair", sales, Map.of("a", 1), IfMatch.ANY);

        assertThatThrownBy(() -> platform.configurations.put(acme, "pair", null, Map.of("b", 1), IfMatch.ANY))
                .hasMessageContaining(sales.id().toString());
    }

    @Test
    void a_pattern_that_never_ends_is_given_up_and_characters_that_cannot_be_kept_are_refused() {
        publish(PluginJar.empty("slow", "1.0.0").member("configuration", """
                {"schema": {"type": "object", "properties": {"c": {"type": "string", "pattern": "^(.*a){25}$"}}}}
                """));
        platform.plugins.install(acme, "slow", null, null);

        assertThatThrownBy(() ->
                        platform.configurations.put(acme, "slow", null, Map.of("c", "a".repeat(60) + "!"), IfMatch.ANY))
                .hasMessageContaining("/values/c takes too long to check");
        assertThatThrownBy(() -> platform.configurations.put(acme, "slow", null, Map.of("c", "\0"), IfMatch.ANY))
                .hasMessageContaining("U+0000");
    }

    @Test
    void secrets_are_kept_sealed_shown_to_nobody_but_the_plugin_and_go_when_they_are_null() {
        install();

        ConfigurationState state = put(null, Map.of("apiKey", "s3cret-of-acme"));

        assertThat(state.secrets()).containsEntry("apiKey", "tenant");
        assertThat(state.toString()).doesNotContain("s3cret-of-acme");
        assertThat(said(null)).isEqualTo("hello 0 localhost s3cret-of-acme false true false");
        assertThat(database.query("SELECT CAST(s AS text) FROM core.plugin_settings s")
                        .toString())
                .contains("apiKey")
                .doesNotContain("s3cret");
        put(sales, Map.of("apiKey", "s3cret-of-sales"));
        assertThat(said(sales)).contains("s3cret-of-sales");
        put(null, Map.of("greeting", "moin"));
        assertThat(said(null)).contains("moin").contains("s3cret-of-acme");

        Map<String, @Nullable Object> removal = new HashMap<>();
        removal.put("apiKey", null);
        assertThat(put(null, removal).secrets()).containsEntry("apiKey", null);
        assertThat(said(null)).doesNotContain("s3cret");
        assertThat(database.query(
                                "SELECT concat(before, after) FROM core.audit_log WHERE action = 'core.plugin.configured'")
                        .toString())
                .contains("\"secretsChanged\": [\"apiKey\"]")
                .doesNotContain("s3cret");
    }

    @Test
    void without_a_key_a_plugin_with_secrets_is_not_configured_and_another_key_is_told() {
        install();
        put(null, Map.of("apiKey", "s3cret"));

        platform.secrets.key("another key that is long enough");
        assertThat(get(null, true).problems()).extracting(FieldError::pointer).containsExactly("/apiKey");
        assertThatThrownBy(() -> put(null, Map.of("greeting", "moin"))).hasMessageContaining("another key");
        put(null, Map.of("apiKey", "s3cret again"));
        assertThat(get(null, true).problems()).isEmpty();

        platform.secrets.key(null);
        assertThatThrownBy(() -> put(null, Map.of("greeting", "moin")))
                .hasMessageContaining("PLEXICA_ENCRYPTION_KEY")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFLICT);
        platform.secrets.key("short");
        assertThatThrownBy(() -> put(null, Map.of())).hasMessageContaining("24 characters");
    }

    @Test
    void a_change_meets_the_version_it_is_based_on() {
        install();
        long version = put(null, Map.of("greeting", "moin")).version();

        IfMatch read = IfMatch.of(IfMatch.tag(version));
        platform.configurations.put(acme, "greeter", null, Map.of("greeting", "servus"), read);

        assertThatThrownBy(() -> platform.configurations.put(acme, "greeter", null, Map.of("greeting", "hey"), read))
                .extracting("code")
                .isEqualTo(ErrorCode.PRECONDITION_FAILED);
        assertThat(said(null)).startsWith("servus");
        assertThat(audited("core.plugin.configured")).containsExactlyInAnyOrder("SUCCESS", "SUCCESS", "FAILURE");
    }

    @Test
    void what_was_never_installed_has_no_settings_and_what_was_uninstalled_takes_none() {
        assertThatThrownBy(() -> get(null, true)).extracting("code").isEqualTo(ErrorCode.NOT_FOUND);
        install();
        put(null, Map.of("greeting", "moin"));

        platform.plugins.uninstall(acme, "greeter", false);

        assertThatThrownBy(() -> put(null, Map.of())).hasMessageStartingWith("not-installed: ");
        install();
        assertThat(said(null)).startsWith("moin");
        platform.plugins.uninstall(acme, "greeter", true);
        install();
        assertThat(said(null)).startsWith("hello");
    }

    @Test
    void settings_go_with_the_tenant_and_with_the_workspace() {
        install();
        put(null, Map.of("greeting", "moin"));
        put(sales, Map.of("greeting", "sell"));

        new WorkspaceRemoval(platform.levels).removed("acme", sales.id());
        assertThat(said(sales)).startsWith("moin");
        platform.workspaces.remove(sales);
        assertThatThrownBy(() -> put(sales, Map.of())).hasMessageContaining("no such workspace");
        platform.installations.deleteTenant("acme");

        assertThat(database.query("SELECT plugin_id FROM core.plugin_settings")).isEmpty();
        assertThat(said(null)).startsWith("hello");
    }

    @Test
    void an_installation_may_come_with_settings_which_are_checked_before_anything_is_done() {
        assertThatThrownBy(() -> platform.plugins.install(acme, "greeter", null, Map.of("times", "many"), null))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/configuration/times"));
        assertThat(database.query("SELECT plugin_id FROM core.installations")).isEmpty();

        platform.plugins.install(acme, "greeter", null, Map.of("times", 3, "apiKey", "s3cret"), null);

        assertThat(said(null)).isEqualTo("hello 3 localhost s3cret false true false");
    }

    @Test
    void a_plugin_without_a_schema_has_no_settings() {
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);

        assertThatThrownBy(() -> platform.configurations.put(acme, "notes", null, Map.of("a", 1), IfMatch.ANY))
                .hasMessageContaining("/values/a is unknown");
        assertThat(platform.configurations.get(acme, "notes", null, true).values())
                .isEmpty();
    }

    @Test
    void the_plugin_hears_of_changes_in_the_tenant_and_workspace_that_they_concern() {
        install();

        put(null, Map.of("greeting", "moin"));
        await().atMost(SOON).until(() -> "acme moin".equals(System.getProperty(SettingsJar.HEARD)));
        put(null, Map.of("greeting", "throw"));
        put(sales, Map.of("greeting", "sell"));
        await().atMost(SOON).until(() -> "acme/sales sell".equals(System.getProperty(SettingsJar.HEARD)));
    }

    private void install() {
        platform.plugins.install(acme, "greeter", null, null);
    }

    private ConfigurationState put(@Nullable WorkspaceInfo place, Map<String, ?> values) {
        return platform.configurations.put(acme, "greeter", place, values, IfMatch.ANY);
    }

    private ConfigurationState get(@Nullable WorkspaceInfo place, boolean effective) {
        return platform.configurations.get(acme, "greeter", place, effective);
    }

    /** What the plugin's own code finds. */
    private String said(@Nullable WorkspaceInfo place) {
        Membership there = place == null ? null : new Membership(place, WorkspaceRole.MEMBER);
        ExecutionContext context =
                Contexts.require().inTenant(acme).inPlugin(GREETER).inWorkspace(there, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            return platform.servers.hello(GREETER);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
