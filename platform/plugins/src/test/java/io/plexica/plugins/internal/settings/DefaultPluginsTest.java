package io.plexica.plugins.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DefaultPluginsTest {

    @Test
    void everybody_gets_some_and_a_plan_more() {
        DefaultPlugins plugins = DefaultPlugins.of(" crm, pro:analytics ,pro:crm,enterprise:loyalty");

        assertThat(plugins.ofPlan("free")).containsExactly("crm");
        assertThat(plugins.ofPlan("pro")).containsExactly("crm", "analytics");
        assertThat(plugins.ofPlan("enterprise")).containsExactly("crm", "loyalty");
    }

    @Test
    void nothing_means_none() {
        assertThat(DefaultPlugins.of("").ofPlan("pro")).isEmpty();
    }

    @Test
    void what_is_neither_is_refused_with_its_name() {
        assertThatThrownBy(() -> DefaultPlugins.of("crm,No Plugin"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'No Plugin'");
    }
}
