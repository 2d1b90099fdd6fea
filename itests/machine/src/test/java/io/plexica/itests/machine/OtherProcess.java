package io.plexica.itests.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java process with the classes of these tests. */
final class OtherProcess {

    private OtherProcess() {}

    static Process start(Class<?> main, List<String> options, Path argument) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName(),
                argument.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Holds what this process has until its input ends. */
    static void hold() throws IOException {
        while (System.in.read() >= 0) {
            // Until the end.
        }
    }
}
