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

/** The file beside a refused jar that says why. */
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
        StringBuilder text = new StringBuilder();
        text.append(jar.getFileName())
                .append(" was refused at ")
                .append(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .append(" (")
                .append(refusal.code().code())
                .append("):\n");
        reasons.forEach(reason -> text.append("- ").append(reason).append('\n'));
        text.append("\nPut a better jar in its place; this note then goes by itself.\n");
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
