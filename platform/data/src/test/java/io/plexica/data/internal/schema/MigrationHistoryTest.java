package io.plexica.data.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.data.internal.migrate.MigrationFile;
import io.plexica.data.internal.migrate.MigrationFiles;
import io.plexica.data.internal.schema.MigrationHistory.Ran;
import io.plexica.spi.data.PluginSchemas.Difference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationHistoryTest {

    private static final MigrationFile ONE = new MigrationFile("V1__one.sql", "select 1;\n");
    private static final MigrationFile TWO = new MigrationFile("V2__two.sql", "select 2;\n");
    private static final MigrationFile TEN = new MigrationFile("V10__ten.sql", "select 10;\n");

    @Test
    void filesGoOnFromWhatHasRun() {
        assertThat(ran().against(List.of(ONE, TWO))).isEqualTo(Difference.NONE);
        assertThat(ran(ONE).against(List.of(ONE, TWO, TEN))).isEqualTo(Difference.NONE);
    }

    @Test
    void whatLiesBeyondTheLastFileIsNewerByNumber() {
        assertThat(ran(ONE, TWO, TEN).against(List.of(ONE, TWO)).newer()).containsExactly("V10__ten.sql");
        assertThat(ran(ONE, TWO).against(List.of()).newer()).containsExactly("V1__one.sql", "V2__two.sql");
    }

    @Test
    void lineEndsAloneAreNoChange() {
        MigrationFile other = new MigrationFile("V1__one.sql", "select 1;\r\n");
        assertThat(ran(ONE).against(List.of(other))).isEqualTo(Difference.NONE);
    }

    @Test
    void everythingThatCannotFollowIsNamed() {
        MigrationFile edited = new MigrationFile("V1__one.sql", "select 11;");
        MigrationFile renamed = new MigrationFile("V2__second.sql", TWO.sql());
        MigrationFile late = new MigrationFile("V3__late.sql", "select 3;");
        MigrationFile last = new MigrationFile("V11__last.sql", "select 11;");

        List<String> problems =
                ran(ONE, TWO, TEN).against(List.of(edited, renamed, late, last)).problems();

        assertThat(problems)
                .containsExactly(
                        "V1__one.sql was changed after it had run; put it back as it was and the change into a new file",
                        "V2__second.sql has run as V2__two.sql; give it that name back",
                        "V10__ten.sql has run and is missing; put it back as it was",
                        "V3__late.sql comes too late, since V10__ten.sql has run; give it a higher number");
    }

    private static MigrationHistory ran(MigrationFile... files) {
        return new MigrationHistory(Stream.of(files)
                .map(file -> new Ran(file.name(), MigrationFiles.checksum(file)))
                .toList());
    }
}
