package io.plexica.web.internal.server;

import io.plexica.api.problem.PlexicaException;
import javax.ws.rs.container.AsyncResponse;
import org.jspecify.annotations.Nullable;

/** A call within an author's method, or suspended by it; can be cut off from another thread. */
final class RunningCall {

    private @Nullable Thread thread;
    private @Nullable AsyncResponse suspended;
    private boolean cut;

    /** The method begins on this thread. */
    synchronized void begin(@Nullable AsyncResponse response) {
        thread = Thread.currentThread();
        suspended = response;
    }

    /** The method has returned; an interruption meant for it reaches nobody else. */
    synchronized void end() {
        thread = null;
        if (cut) {
            boolean meantForTheMethod = Thread.interrupted();
            cut = !meantForTheMethod;
        }
    }

    /** Ends the call: interrupts the method, answers what is suspended. */
    synchronized void cutOff(PlexicaException answer) {
        if (thread != null) {
            cut = true;
            thread.interrupt();
        } else if (suspended != null) {
            suspended.resume(answer);
        }
    }
}
