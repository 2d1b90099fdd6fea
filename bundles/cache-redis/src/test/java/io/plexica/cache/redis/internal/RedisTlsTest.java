package io.plexica.cache.redis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.itests.rooms.Authority;
import io.plexica.spi.limits.Bucket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RedisTlsTest {

    private static final Bucket ANN = new Bucket("acme", "ann", "crm GET /contacts/{id}");

    private static Authority authority;

    @BeforeAll
    static void found() {
        authority = Authority.create();
    }

    @Test
    void a_redis_that_is_trusted_is_used_by_tls() {
        try (TestRedis server = TestRedis.encrypted(authority);
                Redis redis = new Redis(settings(server, authority))) {
            await().until(() -> redis.cache().trouble() == null && redis.ear().hears());
            assertThat(redis.limiter().take(ANN).orElseThrow().taken()).isEqualTo(1);
        }
    }

    @Test
    void one_whose_authority_is_not_trusted_is_not_talked_to() {
        try (TestRedis server = TestRedis.encrypted(authority);
                Redis redis = new Redis(settings(server, null))) {
            await().untilAsserted(() -> assertThat(redis.cache().trouble())
                    .startsWith("Redis is not trusted, see PLEXICA_CACHE_TRUSTSTORE: ")
                    .contains("certification path"));
            assertThat(redis.limiter().take(ANN)).isEmpty();
        }
    }

    @Test
    void nor_is_one_that_shows_the_certificate_of_another() {
        Authority elsewhere = Authority.ofElsewhere();
        try (TestRedis server = TestRedis.encrypted(elsewhere);
                Redis redis = new Redis(settings(server, elsewhere))) {
            await().untilAsserted(() -> assertThat(redis.cache().trouble())
                    .startsWith("Redis is not trusted, see PLEXICA_CACHE_TRUSTSTORE: ")
                    .contains("127.0.0.1"));
            assertThat(redis.limiter().take(ANN)).isEmpty();
        }
    }

    /** With the time that a first handshake may take on a busy machine. */
    private static RedisSettings settings(TestRedis server, @Nullable Authority trusted) {
        RedisSettings given = RedisSettingsTest.of(
                server.url("rediss"),
                trusted == null ? "" : trusted.certificate().toString());
        return new RedisSettings(given.nodes(), given.tls(), 0, null, null, 2_000, 0);
    }
}
