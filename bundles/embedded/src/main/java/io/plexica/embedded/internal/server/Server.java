package io.plexica.embedded.internal.server;

import java.io.IOException;
import java.time.Duration;

/** One kind of server, as {@link ServerSupervisor} runs it. Called by one thread at a time. */
public interface Server {

    /** What people call it. */
    String name();

    /** How long it may take from launch to the first answer. */
    Duration patience();

    /** Makes ready for the first launch: unpacks, creates, stops what an earlier run left behind. */
    void prepare() throws IOException, InterruptedException;

    /** Starts the process. */
    Process launch() throws IOException, InterruptedException;

    /** Whether it answers. */
    boolean answers();

    /** Asks the process to end in order, and waits for a while. */
    void stop(Process process) throws IOException, InterruptedException;
}
