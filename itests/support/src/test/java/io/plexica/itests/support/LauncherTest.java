package io.plexica.itests.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Script.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private Ended up(String platform) throws IOException {
        Path karaf = Files.createDirectories(home.resolve("runtime/bin")).resolve("karaf");
        Files.writeString(karaf, "#!/bin/sh\n" + platform);
        assertThat(karaf.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment = Map.of(
                "ROOT",
                ROOT.toRealPath().toString(),
                "PLEXICA_HOME",
                home.toRealPath().toString());
        return Script.await(Script.start(home, environment, List.of("bash", "-c", UP)), AT_ONCE);
    }
}
