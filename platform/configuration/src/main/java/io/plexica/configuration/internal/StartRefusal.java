package io.plexica.configuration.internal;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a platform that must not run, with the reasons where its starter looks for them. */
final class StartRefusal {

    /** The exit code of sysexits.h for wrong configuration. */
    static final int EXIT_CODE = 78;

    private static final Logger LOG = LoggerFactory.getLogger(StartRefusal.class);

    private StartRefusal() {}

    /** Says what is wrong and ends the process, from a thread of its own so that the framework can stop in order. */
    @SuppressWarnings("SystemOut") // Whoever started the process reads its error output, whatever the log level is.
    static void stopEverything(List<String> problems) {
        for (String problem : problems) {
            LOG.error("Plexica does not start: {}", problem);
            System.err.println("Plexica does not start: " + problem);
        }
        Thread exit = new Thread(() -> System.exit(EXIT_CODE), "plexica-refusal");
        exit.setDaemon(true);
        exit.start();
    }
}
