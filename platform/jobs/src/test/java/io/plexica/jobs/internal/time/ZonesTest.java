package io.plexica.jobs.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ZonesTest {

    @Test
    void a_tenant_lives_in_the_zone_that_its_settings_name() {
        assertThat(Zones.of("{\"general\":{\"timezone\":\"Europe/Rome\"}}", ZoneOffset.UTC))
                .isEqualTo(ZoneId.of("Europe/Rome"));
    }

    @Test
    void or_else_where_the_platform_does() {
        for (String settings : new String[] {"{}", "{\"general\":{\"timezone\":\"Mars/One\"}}", "no JSON"}) {
            assertThat(Zones.of(settings, ZoneOffset.UTC)).isEqualTo(ZoneOffset.UTC);
        }
    }
}
