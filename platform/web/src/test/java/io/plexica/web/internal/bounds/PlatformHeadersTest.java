package io.plexica.web.internal.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Trace-Id",
                "x-trace-id",
                "Access-Control-Allow-Origin",
                "access-control-allow-credentials",
                "Content-Security-Policy",
                "Content-Security-Policy-Report-Only",
                "Clear-Site-Data",
                "Referrer-Policy",
                "X-Content-Type-Options",
                "X-Frame-Options",
                "Strict-Transport-Security",
                "Service-Worker-Allowed",
                "SET-COOKIE",
                "Set-Cookie ",
                "RateLimit-Remaining",
                " Set-Cookie"
            })
    void the_platform_speaks_for_itself(String name) {
        assertThat(PlatformHeaders.has(name)).isTrue();
    }

    @Test
    void plugins_add_to_what_caches_must_look_at() {
        assertThat(PlatformHeaders.has("vary")).isFalse();
        assertThat(PlatformHeaders.isShared("vary")).isTrue();
        assertThat(PlatformHeaders.isShared("Via")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ETag",
                "Location",
                "Cache-Control",
                "Content-Type",
                "Allow",
                "Link",
                "X-Pages",
                "Retry-After"
            })
    void plugins_say_the_rest(String name) {
        assertThat(PlatformHeaders.has(name)).isFalse();
    }
}
