package io.plexica.observability.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesSettingsTest {

    @Test
    void an_address_without_a_path_gets_the_usual_one() {
        assertThat(of("http://collector:4318").endpoint()).hasToString("http://collector:4318/v1/traces");
        assertThat(of(" https://collector/ ").endpoint()).hasToString("https://collector/v1/traces");
        assertThat(of("https://collector/otlp/traces").endpoint()).hasToString("https://collector/otlp/traces");
    }

    @ParameterizedTest
    @ValueSource(strings = {"collector:4318", "ftp://collector", "http://", "http:// collector", "nonsense"})
    void what_is_no_address_is_refused_with_the_name_of_the_setting(String text) {
        assertThatThrownBy(() -> of(text)).hasMessageContaining("PLEXICA_OTLP_ENDPOINT");
    }

    @Test
    void headers_are_read_and_never_shown() {
        TracesSettings settings = TracesSettings.of(Configs.of("http://c"), "api-key=s3cret==, tenant = x");

        assertThat(settings.headers()).isEqualTo(Map.of("api-key", "s3cret==", "tenant", "x"));
        assertThat(settings.toString()).doesNotContain("s3cret");
        assertThatThrownBy(() -> TracesSettings.of(Configs.of("http://c"), "s3cret"))
                .hasMessageContaining("PLEXICA_OTLP_HEADERS")
                .hasMessageNotContaining("s3cret");
    }

    private static TracesSettings of(String endpoint) {
        return TracesSettings.of(Configs.of(endpoint), null);
    }
}
