package io.plexica.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretNamesTest {

    private final AuditJson json = new AuditJson();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "newPassword",
                "db_password",
                "clientSecret",
                "access_token",
                "refreshToken",
                "apiKey",
                "API-KEY",
                "keyHash",
                "private_key",
                "credentials",
                "Authorization"
            })
    void what_is_named_like_a_secret_is_hidden_wherever_it_lies(String name) {
        assertThat(json.write(Map.of(name, "correct horse"))).doesNotContain("correct horse");
        assertThat(json.write(List.of(Map.of("deep", Map.of(name, List.of("correct horse"))))))
                .doesNotContain("correct horse");
    }

    @Test
    void all_else_stays_as_it_was() {
        record State(String key, String tokensNotBefore, Optional<String> passwordPolicy, int size) {}

        assertThat(json.write(new State("crm:contacts:read", "2026-01-01", Optional.of("long"), 3)))
                .isEqualTo("{\"key\":\"crm:contacts:read\",\"tokensNotBefore\":\"2026-01-01\","
                        + "\"passwordPolicy\":\"long\",\"size\":3}");
        assertThat(json.write(null)).isNull();
    }
}
