package io.plexica.embedded.internal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever waits for the platform how far it is: a line per stage in a file, and in the log. */
public final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private final Path file;

    /** Writes to a file that whoever starts the platform has emptied. */
    public Progress(Home home) {
        this.file = home.run().resolve("progress");
    }

    /** A stage has begun that takes long. */
    public void begun(String what) {
        LOG.info("{}", what);
        write("begun " + what);
    }

    /** A stage has ended well. */
    public void done(String what, Instant since) {
        String seconds = String.format(
                Locale.ROOT, "%.1f s", Duration.between(since, Instant.now()).toMillis() / 1000.0);
        LOG.info("{} after {}", what, seconds);
        write("done " + what + ": " + seconds);
    }

    /** The platform cannot come up, and why. */
    public void failed(String why) {
        write("failed " + why.replace('\n', ' '));
    }

    private synchronized void write(String line) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("Progress cannot be written to {}", file, e);
        }
    }
}
