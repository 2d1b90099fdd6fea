package io.plexica.itests.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Script.Ended;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code ./plexica up} ends where the platform, here a few lines of shell in its place, does not get ready. */
class LauncherTest {

    private static final Path ROOT = Path.of(System.getProperty("plexica.root", "../.."));

    /** Long before the launcher loses its patience. */
    private static final Duration AT_ONCE = Duration.ofSeconds(60);

    private static final String UP = """
            for part in common up other; do . "$ROOT/karaf-assembly/src/main/script/$part.sh"; done
            for step in find_java build_if_stale demand_ports refresh_runtime refresh_archives; do
                eval "$step() { :; }"
            done
            up""";

    /** Found as the platform is, and blocked until it is ended. */
    private static final String WAITS = """
            mkfifo pipe
            exec sh -c 'read -r line < pipe' org.apache.karaf.main.Main "-Dkaraf.base=$PWD"
            """;

    /** Takes the lock of a start after something was left in its place, and keeps it if it is to. */
    private static final String LOCK = """
            for part in common up; do . "$ROOT/karaf-assembly/src/main/script/$part.sh"; done
            [ -z "$NO_FLOCK" ] || command() { [ "$*" != '-v flock' ] && builtin command "$@"; }
            mkdir -p "$RUN"
            [ -z "$LEFT" ] || eval "printf %s $LEFT" > "$RUN/up.pid"
            lock_up
            echo locked
            [ -z "$HOLDS" ] || { mkfifo held; read -r line < held; }
            """;

    @TempDir
    Path home;

    @Test
    void whatThePlatformSaysOfItselfEndsTheStartAtOnceAndThePlatformToo() throws IOException {
        Ended up = up("echo 'Plexica does not start: the tables are not its own' >&2\n" + WAITS);
        assertThat(up.exit()).as(up.output()).isEqualTo(1);
        assertThat(up.output()).contains("Plexica did not start:\n  the tables are not its own\n");
        assertThat(new Servers(home).all()).isEmpty();
    }

    @Test
    void aPlatformThatDiesWithoutAWordEndsTheStartWithWhatThereIsInTheLog() throws IOException {
        Ended up = up("echo 'no room for the heap'; exit 1\n");
        assertThat(up.exit()).as(up.output()).isEqualTo(1);
        assertThat(up.output()).contains("The platform ended as it started", "no room for the heap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes"})
    void whatAKilledStartHasLeftHoldsUpNoOther(String noFlock) throws IOException {
        for (String left : List.of("$$", "1", "''")) {
            Ended up = Script.await(lock(noFlock, left, ""), AT_ONCE);
            assertThat(up.output()).as(left).isEqualTo("locked\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes"})
    void ofTwoStartsAtOnceOneIsToldOfTheOtherAndOfOneThatWasKilledNobody(String noFlock) throws IOException {
        Process first = lock(noFlock, "", "yes");
        try (BufferedReader said = first.inputReader()) {
            assertThat(said.readLine()).isEqualTo("locked");

            Ended second = Script.await(lock(noFlock, "", ""), AT_ONCE);
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.output()).isEqualTo("Another ./plexica up is at work, as process " + first.pid() + "\n");
        } finally {
            first.destroyForcibly();
        }
        first.onExit().join();
        assertThat(Script.await(lock(noFlock, "", ""), AT_ONCE).output()).isEqualTo("locked\n");
    }

    /** As the script itself is called, whose process others look for. */
    private Process lock(String noFlock, String left, String holds) throws IOException {
        Path script = home.resolve("plexica");
        if (Files.notExists(script)) {
            Files.writeString(script, LOCK);
        }
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(Map.of("NO_FLOCK", noFlock, "LEFT", left, "HOLDS", holds));
        return Script.start(home, environment, List.of("bash", script.toString(), "up"));
    }

    private Ended up(String platform) throws IOException {
        Path karaf = Files.createDirectories(home.resolve("runtime/bin")).resolve("karaf");
        Files.writeString(karaf, "#!/bin/sh\n" + platform);
        assertThat(karaf.toFile().setExecutable(true)).isTrue();
        return Script.await(Script.start(home, environment(), List.of("bash", "-c", UP)), AT_ONCE);
    }

    private Map<String, String> environment() throws IOException {
        return Map.of(
                "ROOT",
                ROOT.toRealPath().toString(),
                "PLEXICA_HOME",
                home.toRealPath().toString());
    }
}
