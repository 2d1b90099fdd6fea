package io.plexica.embedded.internal.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs that end by themselves. */
public final class Commands {

    private static final int TAIL = 800;

    private Commands() {}

    /**
     * Runs a program to its end.
     *
     * @param log gets what the program prints
     * @throws IOException when it fails or takes too long, with the end of what it printed
     */
    public static void run(List<String> command, Map<String, String> environment, Path log, Duration patience)
            throws IOException, InterruptedException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException(
                        command.get(0) + " did not end within " + patience.toSeconds() + " s; see " + log);
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException(command.get(0) + " failed with exit code " + process.exitValue() + ": " + tail(log));
        }
    }

    /** The end of a log. */
    public static String tail(Path log) throws IOException {
        String text = Files.exists(log) ? Files.readString(log).strip() : "";
        return text.substring(Math.max(0, text.length() - TAIL));
    }
}
