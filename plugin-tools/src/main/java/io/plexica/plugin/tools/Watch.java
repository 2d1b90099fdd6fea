package io.plexica.plugin.tools;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * The watch mode: builds a plugin's project whenever one of its files has changed, drops the jar and tells what the platform
 * says of it. Builds run in this one process, so that each after the first finds everything warm.
 */
public final class Watch {

    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Sources sources;
    private final Maven maven;
    private final Drop drop;
    private final PrintStream out;
    private boolean built;
    private boolean pages;
    private boolean afresh = true;

    Watch(Sources sources, Maven maven, Drop drop, PrintStream out) {
        this.sources = sources;
        this.maven = maven;
        this.drop = drop;
        this.out = out;
    }

    /**
     * Watches until the process ends.
     *
     * @param args the project's folder, the deploy folder, the platform's log
     */
    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[0]).toAbsolutePath().normalize();
        PrintStream out = System.out;
        Drop drop = new Drop(Path.of(args[1]), Path.of(args[2]));
        Watch watch = new Watch(new Sources(project), Maven.of(project), drop, out);
        out.println("Watching " + project + ": each change is built and dropped, without its tests. Ctrl-C ends it.");
        while (true) {
            watch.look();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Builds and drops if anything has changed, and is at rest again. */
    void look() throws IOException {
        Set<Path> changed = sources.changed();
        if (changed.isEmpty()) {
            return;
        }
        long begin = System.nanoTime();
        out.println(built ? "Changed: " + sources.named(changed) : "Building …");
        afresh |= changed.stream().anyMatch(Files::notExists);
        pages |= sources.concernPages(changed);
        List<String> errors = maven.build(built, afresh, pages);
        if (!errors.isEmpty()) {
            out.println("  The build failed:");
            errors.forEach(line -> out.println("    " + line));
            return;
        }
        built = true;
        pages = false;
        afresh = false;
        String seconds = seconds(begin);
        long dropped = System.nanoTime();
        String verdict = drop.drop(maven.jar(), maven.identity());
        out.println("  built in " + seconds + ", " + verdict + " after " + seconds(dropped));
    }

    private static String seconds(long since) {
        return String.format("%.1f s", (System.nanoTime() - since) / 1e9);
    }
}
