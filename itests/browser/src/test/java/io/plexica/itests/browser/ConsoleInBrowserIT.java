package io.plexica.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PlatformExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the spec files of the console, one after another, against one platform. */
@ExtendWith(PlatformExtension.class)
class ConsoleInBrowserIT {

    private static final String ENDING = ".spec.mjs";

    private final Platform platform;

    ConsoleInBrowserIT(Platform platform) {
        this.platform = platform;
    }

    @TestFactory
    Stream<DynamicTest> specs() throws IOException {
        Path folder = platform.sources().resolve("frontend/e2e");
        String wanted = System.getProperty("plexica.spec", "");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> name(file).endsWith(ENDING) && name(file).contains(wanted))
                    .sorted()
                    .toList();
        }
        assertThat(files).as("spec files in " + folder).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(name(file).replace(ENDING, ""), file.toUri(), () -> run(file)));
    }

    private void run(Path spec) throws IOException, InterruptedException {
        Spec.Ended ended = new Spec(platform, spec).run();
        assertThat(ended.exit()).as(ended.output()).isZero();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
