package io.plexica.itests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The processes of one platform, told from those of others by the folder they work in. */
public final class Servers {

    /** What runs. */
    public enum Kind {
        PLATFORM("karaf"),
        POSTGRESQL("postgres"),
        KEYCLOAK("quarkus");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    private final Path home;

    Servers(Path home) {
        this.home = home;
    }

    /** The process of a kind; empty when it does not run. */
    public Optional<ProcessHandle> find(Kind kind) {
        return ProcessHandle.allProcesses()
                .filter(process -> belongs(process, kind))
                .filter(process ->
                        process.parent().filter(parent -> belongs(parent, kind)).isEmpty())
                .findFirst();
    }

    /** All processes of this platform. */
    public List<ProcessHandle> all() {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains(home.toString()))
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .toList();
    }

    /** The processes of a kind: a server, and what it has started of the same kind. Empty when it does not run. */
    public List<Long> pids(Kind kind) {
        return find(kind).isEmpty()
                ? List.of()
                : family(kind).map(ProcessHandle::pid).toList();
    }

    /** Kills at once, as a power cut would: the process and all of its children of the same kind. */
    public void kill(Kind kind) {
        List<ProcessHandle> doomed = family(kind).toList();
        assertThat(doomed).as("running processes of " + kind).isNotEmpty();
        doomed.forEach(ProcessHandle::destroyForcibly);
        doomed.forEach(
                process -> process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    /** Makes a server hang: its sockets stay open and nothing answers. */
    public void pause(Kind kind) {
        signal(kind, "-STOP");
    }

    /** Lets a hanging server go on. */
    public void resume(Kind kind) {
        signal(kind, "-CONT");
    }

    private void signal(Kind kind, String signal) {
        List<String> command = Stream.concat(
                        Stream.of("kill", signal), family(kind).map(process -> Long.toString(process.pid())))
                .toList();
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            assertThat(exit).as(String.join(" ", command)).isZero();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** A server and what it started, but nothing of the platform's own children of another kind. */
    private Stream<ProcessHandle> family(Kind kind) {
        ProcessHandle parent = find(kind).orElseThrow(() -> new AssertionError(kind + " does not run"));
        if (kind == Kind.PLATFORM) {
            return Stream.concat(
                    Stream.of(parent), parent.descendants().filter(child -> belongs(child, Kind.PLATFORM)));
        }
        return Stream.concat(Stream.of(parent), parent.descendants());
    }

    private boolean belongs(ProcessHandle process, Kind kind) {
        String line = commandLine(process);
        if (!line.contains(home.toString())) {
            return false;
        }
        boolean server = line.contains("bin/postgres") || line.contains("quarkus") || line.contains("kc.sh");
        return switch (kind) {
            case PLATFORM -> !server && line.contains(kind.word);
            case POSTGRESQL -> line.contains("bin/postgres");
            case KEYCLOAK -> line.contains(kind.word) || line.contains("kc.sh");
        };
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }
}
