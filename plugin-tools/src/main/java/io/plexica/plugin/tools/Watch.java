package io.plexica.plugin.tools;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private boolean poms;
    private boolean afresh = true;
    private String failure = "";

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
    public static void main(String[] args) {
        Path project = Path.of(args[0]).toAbsolutePath().normalize();
        PrintStream out = System.out;
        Path deploy = Path.of(args[1]);
        Optional<String> objection = objection(project, deploy);
        if (objection.isPresent()) {
            System.err.println(objection.get());
            System.exit(1);
        }
        Drop drop = new Drop(deploy, Path.of(args[2]));
        Watch watch = new Watch(new Sources(project), Maven.of(project), drop, out);
        out.println("Watching " + project + ": each change is built and dropped, without its tests. Ctrl-C ends it.");
        while (true) {
            watch.lookAndGoOn();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Why there is nothing to watch, and what to do about it. */
    static Optional<String> objection(Path project, Path deploy) {
        if (Files.notExists(project.resolve("src/main/resources/META-INF/plexica/plugin.json"))) {
            return Optional.of(
                    project + " is no plugin's project: it has no src/main/resources/META-INF/plexica/plugin.json;"
                            + " name the folder of one");
        }
        if (isOnlyAPom(project.resolve("pom.xml"))) {
            return Optional.of(
                    project + " makes no jar, since the packaging of its pom.xml is pom; name the folder of the"
                            + " plugin itself");
        }
        return Files.isDirectory(deploy)
                ? Optional.empty()
                : Optional.of("There is no deploy folder " + deploy + "; ./plexica down && ./plexica up makes it");
    }

    private static boolean isOnlyAPom(Path pom) {
        try {
            return Files.readString(pom).matches("(?s).*<packaging>\\s*pom\\s*</packaging>.*");
        } catch (IOException e) {
            return false;
        }
    }

    /** Looks, and tells once what went wrong: files come and go while people work. */
    void lookAndGoOn() {
        String went = "";
        try {
            look();
        } catch (IOException | UncheckedIOException e) {
            went = e.toString();
        }
        if (!went.isEmpty() && !went.equals(failure)) {
            out.println("  failed, and goes on with the next change: " + went);
        }
        failure = went;
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
        poms |= sources.concernPoms(changed);
        List<String> errors = maven.build(built && !poms, afresh, pages);
        sources.built();
        if (!errors.isEmpty()) {
            out.println("  The build failed:");
            errors.forEach(line -> out.println("    " + line));
            return;
        }
        built = true;
        pages = false;
        poms = false;
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
