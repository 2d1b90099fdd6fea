package io.plexica.cache.redis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.HostAndPort;

class RedisSettingsTest {

    @Test
    void one_address_is_a_server_and_several_are_a_cluster() {
        RedisSettings one = of("redis://cache.example/3");
        assertThat(one.nodes()).containsExactly(new HostAndPort("cache.example", 6379));
        assertThat(one.database()).isEqualTo(3);
        assertThat(one.tls()).isNull();
        assertThat(one.isCluster()).isFalse();
        RedisSettings several = of("rediss://a:7001, rediss://b:7002");
        assertThat(several.isCluster()).isTrue();
        assertThat(several.tls()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cache.example:6379",
                "http://cache.example",
                "redis://",
                "redis://user:secret@cache.example",
                "redis://a, rediss://b",
                "redis://a/1, redis://b",
                "redis://a/x",
                "redis://a b"
            })
    void what_is_no_address_is_refused_without_repeating_it(String url) {
        assertThatThrownBy(() -> of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("PLEXICA_CACHE_URL")
                .hasMessageNotContaining("secret@");
    }

    @Test
    void the_password_is_never_shown() {
        assertThat(of("redis://cache.example").toString()).doesNotContain("open-sesame");
    }

    @Test
    void what_is_no_file_of_certificates_is_refused_by_name_of_the_setting(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ca.pem");
        assertThatThrownBy(() -> of("rediss://cache.example", file.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PLEXICA_CACHE_TRUSTSTORE names a file that cannot be read: " + file);
        for (String text :
                List.of("", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> of("rediss://cache.example", file.toString()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("PLEXICA_CACHE_TRUSTSTORE must name a file of PEM");
        }
    }

    private static RedisSettings of(String url) {
        return of(url, "");
    }

    /** As an operator sets it. */
    static RedisSettings of(String url, String truststore) {
        return RedisSettings.of(new Given(url, truststore), "open-sesame");
    }

    @SuppressWarnings("ClassExplicitlyAnnotation")
    private record Given(String cacheUrl, String cacheTruststore) implements RedisConfig {

        @Override
        public String cacheUser() {
            return "";
        }

        @Override
        public int cacheTimeoutMillis() {
            return 200;
        }

        @Override
        public long cacheNearBytes() {
            return 0;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return RedisConfig.class;
        }
    }
}
