package io.plexica.plugins.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CoordinateTest {

    @Test
    void a_coordinate_is_a_place_in_every_repository() {
        Coordinate coordinate = Coordinate.of("mvn:com.example.crm/crm-plugin/1.2.0-SNAPSHOT");

        assertThat(coordinate.folder()).isEqualTo("com/example/crm/crm-plugin/1.2.0-SNAPSHOT/");
        assertThat(coordinate.jar("1.2.0-1")).isEqualTo("crm-plugin-1.2.0-1.jar");
        assertThat(coordinate.isSnapshot()).isTrue();
        assertThat(coordinate).hasToString("mvn:com.example.crm/crm-plugin/1.2.0-SNAPSHOT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://repo.example/crm.jar",
                "file:///etc/passwd",
                "MVN:a/b/1",
                "mvn:http://evil.example!a/b/1",
                "mvn:a/b",
                "mvn:a/b/1/jar",
                "mvn:a/b/",
                "mvn:a//1",
                "mvn:../../etc/b/1",
                "mvn:a/../1",
                "mvn:a/b/..",
                "mvn:a..b/c/1",
                "mvn:.a/b/1",
                "mvn:a/b/1%2e",
                "mvn:a/b\\c/1",
                "mvn:a/b/1?x",
                "mvn:a/b/1#x",
                "mvn:a/b@c/1",
                "mvn:a/b/[1,2)",
                "mvn:a/b/LATEST",
                "mvn:a/b/RELEASE",
                "mvn:a/b/1\n"
            })
    void everything_else_is_refused_at_the_url(String text) {
        assertThatThrownBy(() -> Coordinate.of(text)).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
            assertThat(e.errors())
                    .singleElement()
                    .matches(error -> error.pointer().equals("/url"));
        });
    }

    @Test
    void the_newest_build_of_a_snapshot_is_what_the_repository_says() throws IOException {
        assertThat(newest("<snapshot><timestamp>20260101.101010</timestamp><buildNumber>7</buildNumber></snapshot>"))
                .isEqualTo("1.2.0-20260101.101010-7");
        assertThat(newest("<snapshotVersions>"
                        + "<snapshotVersion><extension>pom</extension><value>1.2.0-1</value></snapshotVersion>"
                        + "<snapshotVersion><classifier>sources</classifier><extension>jar</extension>"
                        + "<value>1.2.0-2</value></snapshotVersion>"
                        + "<snapshotVersion><extension>jar</extension><value>1.2.0-3</value></snapshotVersion>"
                        + "</snapshotVersions>"))
                .isEqualTo("1.2.0-3");
        assertThat(newest("<snapshotVersions><snapshotVersion><extension>jar</extension><value>../../x</value>"
                        + "</snapshotVersion></snapshotVersions>"))
                .isEmpty();
        assertThatThrownBy(() -> newest("<!DOCTYPE a>")).isInstanceOf(IOException.class);
    }

    private static String newest(String versioning) throws IOException {
        String xml = versioning.startsWith("<!")
                ? versioning
                : "<metadata><versioning>" + versioning + "</versioning></metadata>";
        return SnapshotMetadata.newest(
                        xml.getBytes(StandardCharsets.UTF_8), Coordinate.of("mvn:com.example/crm/1.2.0-SNAPSHOT"))
                .orElse("");
    }
}
