package io.plexica.itests.faults;

import io.plexica.itests.support.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What carries events from node to node; a line in a file decides, also while they are on their way. */
enum Carrier {
    /** The database alone. */
    MEMORY,
    KAFKA;

    /** Writes the line for a node that runs, or is to be started. */
    void choose(Platform node) {
        Path file = node.home().resolve("etc/io.plexica.events.cfg");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "transport = " + key() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Chooses for all nodes, which run, and waits until they heed it. */
    void choose(Site site) {
        site.nodes().forEach(node -> choose(node.platform()));
        site.nodes().forEach(node -> Health.until(node, "events", "transport", key()));
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
