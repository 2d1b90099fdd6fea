package io.plexica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TestConfigurationTest {

    private final TestConfiguration configuration = new TestConfiguration()
            .set("currency", "EUR")
            .set("rate", 0.19)
            .set("times", 3)
            .set("on", true)
            .set("names", List.of("a", 1, "b"))
            .set("mail", Map.of("host", "localhost"))
            .secret("apiKey", "s3cret")
            .feature("export", false);

    @Test
    void settings_are_found_by_name_and_kind() {
        assertThat(configuration.text("currency")).contains("EUR");
        assertThat(configuration.text("mail.host")).contains("localhost");
        assertThat(configuration.text("times")).isEmpty();
        assertThat(configuration.integer("times")).contains(3);
        assertThat(configuration.integer("rate")).isEmpty();
        assertThat(configuration.number("rate")).contains(new BigDecimal("0.19"));
        assertThat(configuration.flag("on")).contains(true);
        assertThat(configuration.flag("missing")).isEmpty();
        assertThat(configuration.texts("names")).containsExactly("a", "b");
    }

    @Test
    void secrets_are_no_values() {
        assertThat(configuration.secret("apiKey")).contains("s3cret");
        assertThat(configuration.secret("other")).isEmpty();
        assertThat(configuration.values()).doesNotContainKey("apiKey").containsEntry("times", 3);
    }

    @Test
    void features_must_be_known() {
        assertThat(configuration.featureEnabled("export")).isFalse();
        assertThatThrownBy(() -> configuration.featureEnabled("import")).hasMessageContaining("import");
    }
}
