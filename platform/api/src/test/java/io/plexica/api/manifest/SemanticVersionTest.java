package io.plexica.api.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {

    /** The table of semver.org, section 11, and what stands around it. */
    private static final List<String> IN_ORDER = List.of(
            "0.0.1",
            "0.1.0",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.0.1",
            "1.9.0",
            "1.10.0",
            "2.0.0",
            "2.1.0",
            "2.1.1",
            "10.0.0");

    @Test
    void precedenceIsThatOfSemver() {
        List<SemanticVersion> versions = new ArrayList<>(
                IN_ORDER.stream().map(SemanticVersionTest::version).toList());
        Collections.shuffle(versions, new Random(7));
        Collections.sort(versions);
        assertThat(versions).extracting(SemanticVersion::toString).containsExactlyElementsOf(IN_ORDER);
    }

    @Test
    void numbersOfAnyLengthAreComparedAsNumbers() {
        assertThat(version("1.0.0-9")).isLessThan(version("1.0.0-99999999999999999999999"));
        assertThat(version("1.0.0-99999999999999999999999")).isLessThan(version("1.0.0-a"));
    }

    @Test
    void buildMetadataPlaysNoPartInPrecedenceButInEquality() {
        assertThat(version("1.0.0+a")).isEqualByComparingTo(version("1.0.0+b"));
        assertThat(version("1.0.0+a")).isNotEqualTo(version("1.0.0+b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.4",
                "1.1.2-prerelease+meta",
                "1.1.2+meta-valid",
                "1.0.0-alpha0.valid",
                "1.0.0-alpha-a.b-c-somethinglong+build.1-aef.1-its-okay",
                "1.0.0-0A.is.legal",
                "1.2.3----RC-SNAPSHOT.12.9.1--.12+788",
                "1.0.0+0.build.1-rc.10000aaa-kk-0.1"
            })
    void whatSemverAllowsIsReadAndWrittenUnchanged(String text) {
        assertThat(SemanticVersion.parse(text))
                .hasValueSatisfying(v -> assertThat(v).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2",
                "1.2.3.4",
                "01.1.1",
                "1.01.1",
                "1.1.01",
                "1.2.3-0123",
                "1.2.3-",
                "1.2.3+",
                "1.2.3-a..b",
                "1.2.3-a.",
                "1.2.3-ä",
                "v1.2.3",
                " 1.2.3",
                "1.2.3 ",
                "-1.2.3",
                "1.2.3.SNAPSHOT",
                "9999999999.0.0",
                "1.2.3\n"
            })
    void whatSemverForbidsIsNoVersion(String text) {
        assertThat(SemanticVersion.parse(text)).isEmpty();
    }

    @Test
    void aVersionLongerThanAnyoneNeedsIsNone() {
        assertThat(SemanticVersion.parse("1.0.0-" + "a".repeat(122))).isPresent();
        assertThat(SemanticVersion.parse("1.0.0-" + "a".repeat(123))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0, 1.0.0",
        "1.0.0-SNAPSHOT, 1.0.0.SNAPSHOT",
        "1.0.0-rc.1, 1.0.0.rc_1",
        "1.0.0-rc-1, 1.0.0.rc-1",
        "1.0.0+build.7, 1.0.0._build_7",
        "1.0.0-rc.1+7, 1.0.0.rc_1_7"
    })
    void theImageIsAnOsgiVersion(String text, String image) {
        assertThat(version(text).toOsgi()).isEqualTo(image);
    }

    @Test
    void differentVersionsCanHaveOneImage() {
        assertThat(version("1.0.0-rc.1").toOsgi())
                .isEqualTo(version("1.0.0-rc+1").toOsgi());
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0, false, false",
        "1.0.0+SNAPSHOT, false, false",
        "1.0.0-rc.1, true, false",
        "1.0.0-SNAPSHOT, true, true",
        "1.0.0-rc.1-SNAPSHOT, true, true",
        "1.0.0-rc.SNAPSHOT, true, true",
        "1.0.0-NOSNAPSHOT, true, false"
    })
    void preReleasesAndSnapshotsAreRecognised(String text, boolean preRelease, boolean snapshot) {
        assertThat(version(text).isPreRelease()).isEqualTo(preRelease);
        assertThat(version(text).isSnapshot()).isEqualTo(snapshot);
    }

    private static SemanticVersion version(String text) {
        return SemanticVersion.parse(text).orElseThrow();
    }
}
