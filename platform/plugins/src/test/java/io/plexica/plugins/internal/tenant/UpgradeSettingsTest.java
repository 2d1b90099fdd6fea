package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.preview.Preview;
import io.plexica.plugins.internal.preview.Preview.ProblemView;
import io.plexica.plugins.internal.testing.SettingsJar;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.web.IfMatch;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The settings that were made for one version, and the schema of the next. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UpgradeSettingsTest extends PlatformCase {

    private static final String STRICTER = """
            {"schema": {"type": "object", "additionalProperties": false, "required": ["greeting"], "properties": {
                "greeting": {"type": "string", "minLength": 2},
                "times": {"type": "integer", "minimum": 1, "maximum": 3},
                "apiKey": {"type": "string", "minLength": 4}}},
             "defaults": {"greeting": "hello"},
             "secrets": ["apiKey"]}
            """;

    private WorkspaceInfo sales;

    @BeforeEach
    void installTheFirstVersion() {
        sales = platform.workspaces.add("sales");
        publish(SettingsJar.of("1.0.0"));
        platform.plugins.install(acme, "greeter", null, null);
        publish(SettingsJar.of("2.0.0").member("configuration", STRICTER));
    }

    @Test
    void settings_that_the_next_version_does_not_take_are_previewed_and_stop_the_upgrade() {
        put(null, Map.of("times", 2, "mail", Map.of("port", 587)));
        put(sales, Map.of("times", 5));

        assertThat(preview().problems())
                .extracting(ProblemView::code, ProblemView::pointer)
                .containsExactlyInAnyOrder(tuple("conflict", "/mail"), tuple("conflict", "/times"));
        assertThat(preview().problems())
                .extracting(ProblemView::message)
                .allMatch(message -> message.startsWith(
                        "settings-unfit: greeter@2.0.0 does not take the settings that there are: /"))
                .anyMatch(message -> message.contains("(in the workspace " + sales.id() + ")"));
        assertThatThrownBy(() -> platform.plugins.upgrade(acme, "greeter", "2.0.0"))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
                    assertThat(e.detail()).startsWith("settings-unfit: greeter@2.0.0 does not take");
                    assertThat(e.errors()).extracting(FieldError::pointer).containsExactlyInAnyOrder("/mail", "/times");
                });
        assertThat(platform.plugins.get(acme, "greeter").plugin().version()).isEqualTo("1.0.0");

        String state = preview().state();
        put(null, Map.of("times", 2));
        assertThat(preview().state()).isNotEqualTo(state);
        put(sales, Map.of("times", 3));
        assertThat(preview().problems()).isEmpty();
        assertThat(platform.plugins.upgrade(acme, "greeter", "2.0.0").plugin().version())
                .isEqualTo("2.0.0");
    }

    @Test
    void what_the_present_version_does_not_take_either_is_no_news() {
        put(null, Map.of("times", 2));
        database.admin("UPDATE core.plugin_settings SET settings = '{\"greeting\": \"x\"}'");

        assertThat(preview().problems()).isEmpty();
    }

    @Test
    void the_way_back_is_never_stopped_by_settings() {
        platform.plugins.upgrade(acme, "greeter", "2.0.0");
        publish(SettingsJar.of("1.1.0")
                .member(
                        "configuration",
                        "{\"schema\": {\"type\": \"object\", \"properties\": {\"times\": {\"type\": \"string\"}}}}"));
        put(null, Map.of("times", 2));

        assertThatThrownBy(() -> platform.plugins.upgrade(acme, "greeter", "1.1.0"))
                .hasMessageContaining("settings-unfit");
        assertThat(platform.plugins
                        .moveBack(acme, new PluginRef("greeter", "1.1.0"))
                        .plugin()
                        .version())
                .isEqualTo("1.1.0");
    }

    private Preview preview() {
        return platform.plugins.preview(acme, platform.plugins.toUpgrade(acme, "greeter", "2.0.0"));
    }

    private void put(@Nullable WorkspaceInfo place, Map<String, Object> values) {
        platform.configurations.put(acme, "greeter", place, values, IfMatch.ANY);
    }
}
