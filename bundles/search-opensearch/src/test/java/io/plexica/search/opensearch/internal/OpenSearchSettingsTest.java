package io.plexica.search.opensearch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenSearchSettingsTest {

    @Test
    void a_password_is_never_shown() {
        OpenSearchSettings settings = settings("https://search.example:9200/", "me", "plexica", "secret-word");
        assertThat(settings.url()).hasToString("https://search.example:9200");
        assertThat(settings.login()).isEqualTo("Basic bWU6c2VjcmV0LXdvcmQ=");
        assertThat(settings).hasToString("https://search.example:9200 as me, indexes plexica_*");
        assertThat(settings("http://localhost:9200", "", "plexica", null).login())
                .isNull();
    }

    @Test
    void what_is_wrong_is_said_by_its_variable() {
        refused("PLEXICA_OPENSEARCH_URL", "search.example", "", "plexica", null);
        refused("PLEXICA_OPENSEARCH_URL", "http://me:word@search.example", "", "plexica", null);
        refused("PLEXICA_OPENSEARCH_URL", "http://a b", "", "plexica", null);
        refused("PLEXICA_OPENSEARCH_PASSWORD", "http://localhost:9200", "me", "plexica", null);
        refused("PLEXICA_OPENSEARCH_PREFIX", "http://localhost:9200", "", "Not_Good", null);
    }

    private static void refused(String variable, String url, String user, String prefix, @Nullable String password) {
        assertThatThrownBy(() -> settings(url, user, prefix, password))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(variable);
    }

    /** As an operator sets it who has an authority of their own. */
    static OpenSearchSettings settings(String url, String truststore) {
        return OpenSearchSettings.of(new Given(url, "", truststore, "plexica", 20), null);
    }

    private static OpenSearchSettings settings(String url, String user, String prefix, @Nullable String password) {
        return OpenSearchSettings.of(new Given(url, user, "", prefix, 5), password);
    }

    /** What an operator has set. */
    @SuppressWarnings("ClassExplicitlyAnnotation")
    private record Given(String url, String user, String truststore, String prefix, int timeout)
            implements OpenSearchConfig {

        @Override
        public Class<? extends Annotation> annotationType() {
            return OpenSearchConfig.class;
        }
    }
}
