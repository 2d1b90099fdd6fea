package io.plexica.plugins.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.manifest.SemanticVersion;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.VersionRange;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RangesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[1,2); 1.0.0; true",
                "[1,2); 1.9.9+build; true",
                "[1,2); 2.0.0; false",
                "[1,2); 1.0.0-rc.1; false",
                "[1,2); 1.0.0-SNAPSHOT; false",
                "[1,2); 2.0.0-rc.1; false",
                "[1,2); 1.5.0-rc.1; true",
                "1.0; 1.0.0-rc.1; false",
                "1.0; 7.0.0; true",
                "(1,2]; 1.0.0; false",
                "(1,2]; 2.0.0; true",
                "[1.0.0.rc_2,2); 1.0.0-rc.1; false",
                "[1.0.0.rc_2,2); 1.0.0-rc.2; true",
                "[1.0.0.rc_2,2); 1.0.0-rc.10; true",
                "[1.0.0.rc_2,2); 1.0.0; true",
                "[1.0.0.SNAPSHOT,2); 1.0.0-SNAPSHOT; true",
            })
    void pre_releases_come_before_their_releases(String range, String version, boolean included) {
        assertThat(Ranges.includes(
                        VersionRange.valueOf(range),
                        SemanticVersion.parse(version).orElseThrow()))
                .isEqualTo(included);
    }
}
