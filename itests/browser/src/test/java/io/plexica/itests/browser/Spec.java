package io.plexica.itests.browser;

import io.plexica.itests.support.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A spec file, run by Node in a process of its own. */
record Spec(Platform platform, Path file) {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** How it ended. */
    record Ended(int exit, String output) {}

    Ended run() throws IOException, InterruptedException {
        Path screenshots = Files.createDirectories(Path.of(System.getProperty("plexica.screenshots")));
        Path log = screenshots.resolve(file.getFileName() + ".log");
        ProcessBuilder builder = new ProcessBuilder("node", "--test", "--test-reporter=spec", file.toString())
                .directory(file.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "PLEXICA_URL", "http://localhost:" + platform.port("HTTP"),
                        "PLEXICA_CREDENTIALS",
                                platform.home().resolve("credentials.json").toString(),
                        "PLEXICA_SCREENSHOTS", screenshots.toString()));
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String output = Files.readString(log);
        return new Ended(
                ended ? process.exitValue() : -1, ended ? output : "not finished after " + PATIENCE + "\n" + output);
    }
}
