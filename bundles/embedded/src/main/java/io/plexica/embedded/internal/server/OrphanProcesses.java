package io.plexica.embedded.internal.server;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes that must end: what an earlier, killed run has left behind, and our own at the end. */
public final class OrphanProcesses {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanProcesses.class);

    private OrphanProcesses() {}

    /** Ends all processes of whose command line something is true. */
    public static void end(String name, Predicate<String> commandLine, String signal, long patienceSeconds)
            throws IOException, InterruptedException {
        List<ProcessHandle> orphans = ProcessHandle.allProcesses()
                .filter(process ->
                        process.info().commandLine().filter(commandLine).isPresent())
                .toList();
        for (ProcessHandle orphan : orphans) {
            LOG.warn("{} of an earlier run is still there as process {}; it is stopped first", name, orphan.pid());
            end(orphan, signal, patienceSeconds);
        }
    }

    /** Asks a process to end by a signal, and kills it when it does not heed that in time. */
    public static void end(ProcessHandle process, String signal, long patienceSeconds)
            throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (!gone(process, patienceSeconds)) {
            LOG.warn("Process {} does not heed the request to end; it is killed", process.pid());
            process.destroyForcibly();
            gone(process, patienceSeconds);
        }
    }

    private static boolean gone(ProcessHandle process, long patienceSeconds) throws IOException, InterruptedException {
        try {
            process.onExit().get(patienceSeconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }
}
