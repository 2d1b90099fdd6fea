package io.plexica.embedded.internal.keycloak;

import io.plexica.embedded.internal.server.Commands;
import io.plexica.embedded.internal.server.Home;
import io.plexica.embedded.internal.server.Installation;
import io.plexica.embedded.internal.server.ServerLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Keycloak's programs: unpacked, and built once for PostgreSQL and one node. */
final class Distribution {

    private static final List<String> BUILD = List.of("build", "--db=postgres", "--cache=local");
    private static final String ARCHIVE = "keycloak-*.tar.gz";

    /** Optimising later saves a third of the processor time of a start, and what runs often is still optimised. */
    private static final List<String> PATIENT_COMPILER = List.of(
            "-XX:Tier4InvocationThreshold=30000",
            "-XX:Tier4MinInvocationThreshold=10000",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private static final int BUILD_HEAP_MB = 768;

    private final Home home;

    Distribution(Home home) {
        this.home = home;
    }

    /** The folder; unpacks and builds when it is not there, which takes half a minute. */
    Path folder() throws IOException, InterruptedException {
        return new Installation(home).of(ARCHIVE, this::unpack);
    }

    /** Whether the folder is there already. */
    boolean isInstalled() throws IOException {
        return new Installation(home).isInstalled(ARCHIVE);
    }

    /** Whether a process belongs to this home. */
    boolean isOurs(String commandLine) {
        return commandLine.contains("-Dkc.home.dir=" + home.servers());
    }

    /** The command that kc.sh would run; without the script there is one process, not two. */
    List<String> command(List<String> arguments, int heapMb) throws IOException, InterruptedException {
        return command(folder(), arguments, heapMb);
    }

    private void unpack(Path archive, Path folder) throws IOException, InterruptedException {
        try (InputStream tar = new GZIPInputStream(Files.newInputStream(archive), 1 << 16)) {
            Installation.untar(tar, folder, 1);
        }
        Commands.run(
                command(folder, BUILD, BUILD_HEAP_MB), Map.of(), ServerLog.of(home, "keycloak"), Duration.ofMinutes(5));
    }

    private static List<String> command(Path folder, List<String> arguments, int heapMb) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(PATIENT_COMPILER);
        command.addAll(List.of(
                "-Dkc.home.dir=" + folder,
                "-Djboss.server.config.dir=" + folder.resolve("conf"),
                "-Xms64m",
                "-Xmx" + heapMb + "m",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                // A connection that died with the database is replaced before it is used, not after it has failed.
                "-Dquarkus.datasource.jdbc.validate-on-borrow=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory"
                        + "=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                folder.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }
}
