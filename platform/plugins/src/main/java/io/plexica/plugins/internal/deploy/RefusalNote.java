package io.plexica.plugins.internal.deploy;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.check.PluginCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file beside a jar that was refused, or could not be taken yet, that says why. */
final class RefusalNote {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalNote.class);

    /** What its name ends with, after the jar's. */
    static final String ENDING = ".refused.txt";

    private RefusalNote() {}

    static Path beside(Path jar) {
        return jar.resolveSibling(jar.getFileName() + ENDING);
    }

    static void write(Path jar, PlexicaException refusal) {
        List<String> reasons = refusal.errors().isEmpty()
                ? List.of(refusal.detail())
                : refusal.errors().stream().map(PluginCheck::inOneLine).toList();
        write(
                jar,
                "was refused at " + now() + " (" + refusal.code().code() + ")",
                reasons,
                "Put a better jar in its place; this note then goes by itself.");
    }

    /** For a jar that nobody has refused. */
    static void writeUntaken(Path jar, String why) {
        write(
                jar,
                "could not be taken yet at " + now(),
                List.of(why),
                "It is tried again all the time; this note goes by itself.");
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static void write(Path jar, String what, List<String> reasons, String next) {
        StringBuilder text = new StringBuilder(jar.getFileName() + " " + what + ":\n");
        reasons.forEach(reason -> text.append("- ").append(reason).append('\n'));
        text.append('\n').append(next).append('\n');
        try {
            Files.writeString(beside(jar), text);
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", beside(jar), e.toString());
        }
    }

    static void remove(Path jar) {
        try {
            Files.deleteIfExists(beside(jar));
        } catch (IOException e) {
            LOG.warn("{} cannot be removed: {}", beside(jar), e.toString());
        }
    }
}
