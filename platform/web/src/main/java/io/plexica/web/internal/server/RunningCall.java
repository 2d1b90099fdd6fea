package io.plexica.web.internal.server;

import io.plexica.api.problem.PlexicaException;
import javax.ws.rs.container.AsyncResponse;
import org.jspecify.annotations.Nullable;

/** A call within an author's method, or suspended by it; can be cut off from another thread. */
final class RunningCall {

    private @Nullable Thread thread;
    private @Nullable AsyncResponse suspended;
    private @Nullable PlexicaException cut;

    /** The method begins on this thread. */
    synchronized void begin(@Nullable AsyncResponse response) {
        thread = Thread.currentThread();
        suspended = response;
    }

    /**
     * The method has returned; an interruption meant for it reaches nobody else.
     *
     * @return the answer for which it was cut off; null when it was not
     */
    synchronized @Nullable PlexicaException end() {
        thread = null;
        if (cut != null) {
            // Clears the mark that cutting off left on the thread.
            Thread.interrupted();
        }
        return cut;
    }

    /** Ends the call: interrupts the method, answers what is suspended. */
    synchronized void cutOff(PlexicaException answer) {
        if (thread != null) {
            cut = answer;
            thread.interrupt();
        } else if (suspended != null) {
            suspended.resume(answer);
        }
    }
}
