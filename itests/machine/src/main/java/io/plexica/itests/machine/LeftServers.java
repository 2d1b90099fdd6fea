package io.plexica.itests.machine;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Servers that tests have started, and that nobody stopped. */
final class LeftServers {

    private static final Set<String> PROGRAMS = Set.of("java", "postgres", "pgbouncer", "redis-server");
    private static final int SECONDS = 5;

    private LeftServers() {}

    /** Ends those whose command names something in a folder, or the folder. */
    static void end(Path folder) {
        long self = ProcessHandle.current().pid();
        ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self && isServer(process) && names(process, folder))
                .filter(ProcessHandle::destroyForcibly)
                .toList()
                .forEach(process -> process.onExit()
                        .completeOnTimeout(process, SECONDS, TimeUnit.SECONDS)
                        .join());
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(PROGRAMS::contains)
                .isPresent();
    }

    /** The numbers in folders' names may begin alike. */
    private static boolean names(ProcessHandle process, Path folder) {
        return process.info()
                .commandLine()
                .orElse("")
                .matches("(?s).*" + Pattern.quote(folder.toString()) + "(?![\\w-]).*");
    }
}
