package io.plexica.plugins.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistrySettingsTest {

    @Test
    void repositories_are_addresses_that_end_with_a_slash() {
        assertThat(RegistrySettings.repositories(" https://repo.example/maven , file:///srv/maven/,"))
                .containsExactly(URI.create("https://repo.example/maven/"), URI.create("file:///srv/maven/"));
        assertThat(RegistrySettings.repositories("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repo.example",
                "ftp://repo.example/",
                "https:///maven",
                "https://user:secret@repo.example/",
                "https://repo.example/?a=b",
                "file:maven",
                "https://repo example/"
            })
    void anything_else_is_refused_without_telling_a_secret(String text) {
        assertThatThrownBy(() -> RegistrySettings.repositories(text))
                .isInstanceOf(IllegalArgumentException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("secret");
    }
}
