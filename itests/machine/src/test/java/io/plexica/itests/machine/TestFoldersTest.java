package io.plexica.itests.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFoldersTest {

    @TempDir
    private Path place;

    @Test
    void whatIsOfALivingProcessStaysAndWhatIsOfOneThatWasKilledGoesWithItsServers() throws Exception {
        Path mine = TestFolders.in(place, "mine");
        Process other = start(place);
        Path theirs = Path.of(other.inputReader().readLine());
        TestFolders.removeAbandoned(place);
        assertThat(mine).exists();
        assertThat(theirs.resolve("file")).exists();

        Process server = start(theirs.resolve("data"));
        Process neighbour = start(place.resolve(theirs.getFileName() + "s"));
        server.inputReader().readLine();
        neighbour.inputReader().readLine();
        other.destroyForcibly().onExit().join();
        TestFolders.removeAbandoned(place);
        assertThat(theirs).doesNotExist();
        assertThat(mine).exists();
        assertThat(server.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(neighbour.isAlive()).isTrue();
        neighbour.outputWriter().close();
        assertThat(neighbour.waitFor(40, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsToBeKeptStaysWhoeverWouldRemoveIt() throws Exception {
        Process keeper = OtherProcess.start(
                Maker.class, List.of("-Djava.io.tmpdir=" + place, "-Dplexica.test.keep=true"), place);
        Path kept = Path.of(keeper.inputReader().readLine());
        keeper.outputWriter().close();
        assertThat(keeper.waitFor(40, TimeUnit.SECONDS)).isTrue();

        TestFolders.removeAbandoned(place);

        assertThat(kept.resolve("file")).exists();
    }

    @Test
    void aNameThatIsNotOursOrAPlaceThatCannotBeReadStopsNothing() throws IOException {
        Path other = Files.createDirectory(
                place.resolve("plexica-test-" + System.getProperty("user.name") + "-" + "99999999999999999999-x"));

        TestFolders.removeAbandoned(place);
        TestFolders.removeAbandoned(place.resolve("nowhere"));

        assertThat(other).exists();
    }

    private Process start(Path argument) throws IOException {
        return OtherProcess.start(Maker.class, List.of("-Djava.io.tmpdir=" + place), argument);
    }

    /** Makes a folder, names it, and ends with its input, when it would remove it. */
    static final class Maker {

        private Maker() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = TestFolders.create("other");
            Files.writeString(folder.resolve("file"), arguments[0]);
            System.out.println(folder);
            OtherProcess.hold();
            TestFolders.remove(folder);
        }
    }
}
