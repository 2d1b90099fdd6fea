package io.plexica.configuration.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.configuration.internal.Setting.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolutionTest {

    private static final String PID = "io.plexica.room";
    private static final Setting SIZE = new Setting(
            PID, "size", "PLEXICA_SIZE", Kind.INTEGER, false, "5", "1", "9", List.of(), "How large. Since 1.1.");
    private static final Setting COLOUR = new Setting(
            PID, "colour", "PLEXICA_COLOUR", Kind.TEXT, false, "red", null, null, List.of("red", "blue"), "");
    private static final Setting NAMES =
            new Setting(PID, "names", "PLEXICA_NAMES", Kind.TEXT, true, "a,b", null, null, List.of(), "");
    private static final Setting ADDRESS = new Setting(
            "io.plexica.other",
            "address",
            "PLEXICA_ADDRESS",
            Kind.TEXT,
            false,
            "x:${PLEXICA_SIZE}",
            null,
            null,
            List.of(),
            "");
    private static final Setting SAME_SIZE = new Setting(
            "io.plexica.other", "roomSize", "PLEXICA_SIZE", Kind.INTEGER, false, "5", "1", "9", List.of(), "");
    private static final Setting EMAIL = new Setting(
            "io.plexica.other", "email", "PLEXICA_SUPER_ADMIN_EMAIL", Kind.TEXT, false, "", null, null, List.of(), "");
    private static final Setting DEMO = new Setting(
            "io.plexica.other", "demo", "PLEXICA_DEMO", Kind.BOOLEAN, false, "true", null, null, List.of(), "");
    private static final Setting DATABASE =
            new Setting("io.plexica.other", "url", "PLEXICA_DB_URL", Kind.TEXT, false, "", null, null, List.of(), "");
    private static final Settings SETTINGS =
            new Settings(List.of(SIZE, COLOUR, NAMES, ADDRESS, SAME_SIZE, EMAIL, DEMO, DATABASE));

    @Test
    void laysTheFileOverTheDefaultAndTheEnvironmentOverTheFile() {
        assertThat(resolve(Map.of(), Map.of()).values().get(PID)).containsEntry("size", 5);
        assertThat(resolve(Map.of("size", "6"), Map.of()).values().get(PID)).containsEntry("size", 6);
        assertThat(resolve(Map.of("size", "6"), Map.of("PLEXICA_SIZE", "7"))
                        .values()
                        .get(PID))
                .containsEntry("size", 7);
        assertThat((String[]) resolve(Map.of("names", "x , y,"), Map.of())
                        .values()
                        .get(PID)
                        .get("names"))
                .containsExactly("x", "y");
    }

    @Test
    void anEmptyVariableIsNotSet() {
        assertThat(resolve(Map.of(), Map.of("PLEXICA_SIZE", "", "PLEXICA_WHATEVER", ""))
                        .allProblems())
                .isEmpty();
    }

    @Test
    void oneVariableIsOneSettingWhicheverRoomsFileNamesIt() {
        Resolution resolution = resolve(Map.of("size", "6"), Map.of());
        assertThat(resolution.values().get("io.plexica.other"))
                .containsEntry("roomSize", 6)
                .containsEntry("address", "x:6");
    }

    @Test
    void namesWhatIsUnknownAndTheNearestThatIsKnown() {
        assertThat(resolve(Map.of(), Map.of("PLEXICA_SIZ", "1")).allProblems())
                .containsExactly("there is no setting PLEXICA_SIZ; did you mean PLEXICA_SIZE?");
        assertThat(resolve(Map.of("color", "red"), Map.of()).allProblems())
                .containsExactly("etc/io.plexica.room.cfg: there is no key color; did you mean colour?");
        Resolution wrongFile = Resolution.of(SETTINGS, Map.of("io.plexica.rom", Map.of("size", "1")), Map.of());
        assertThat(wrongFile.allProblems())
                .containsExactly("there is nothing to set by etc/io.plexica.rom.cfg; did you mean io.plexica.room?");
    }

    @Test
    void saysWhatIsWrongWithAValueAndWhereItStands() {
        assertThat(resolve(Map.of(), Map.of("PLEXICA_SIZE", "10")).allProblems())
                .contains("PLEXICA_SIZE must be at most 9, not \"10\"");
        assertThat(resolve(Map.of("size", "0"), Map.of()).allProblems())
                .contains("etc/io.plexica.room.cfg: size must be at least 1, not \"0\"");
        assertThat(resolve(Map.of("size", "many"), Map.of()).allProblems())
                .contains("etc/io.plexica.room.cfg: size must be a whole number, not \"many\"");
        assertThat(resolve(Map.of(), Map.of("PLEXICA_COLOUR", "green")).allProblems())
                .containsExactly("PLEXICA_COLOUR must be one of red, blue, not \"green\"");
        assertThat(resolve(Map.of(), Map.of("PLEXICA_DEMO", "yes")).allProblems())
                .contains("PLEXICA_DEMO must be true or false, not \"yes\"");
    }

    @Test
    void aRoomWithSomethingWrongGetsNoValues() {
        assertThat(resolve(Map.of("size", "0"), Map.of()).values()).doesNotContainKey(PID);
    }

    @Test
    void aDatabaseOfSomebodyElseNeedsCredentials() {
        List<String> problems = resolve(Map.of(), Map.of("PLEXICA_DB_URL", "jdbc:postgresql://db/plexica"))
                .allProblems();
        assertThat(problems)
                .anyMatch(problem -> problem.startsWith("PLEXICA_DB_PASSWORD is not set"))
                .anyMatch(problem -> problem.startsWith("PLEXICA_DB_ADMIN_PASSWORD is not set"))
                .anyMatch(problem -> problem.startsWith("PLEXICA_DB_MIGRATOR_PASSWORD is not set"))
                .anyMatch(problem -> problem.startsWith("PLEXICA_SUPER_ADMIN_EMAIL is not set"));
        assertThat(resolve(
                                Map.of(),
                                Map.of(
                                        "PLEXICA_DB_URL", "jdbc:postgresql://db/plexica",
                                        "PLEXICA_DB_PASSWORD_FILE", "/run/secrets/pool",
                                        "PLEXICA_DB_ADMIN_PASSWORD", "a",
                                        "PLEXICA_DB_MIGRATOR_PASSWORD", "m",
                                        "PLEXICA_SUPER_ADMIN_EMAIL", "boss@example.com",
                                        "PLEXICA_SUPER_ADMIN_PASSWORD", "s"))
                        .allProblems())
                .isEmpty();
    }

    private static Resolution resolve(Map<String, String> file, Map<String, String> environment) {
        return Resolution.of(SETTINGS, Map.of(PID, file), environment);
    }
}
