package io.plexica.web.internal.http;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import javax.servlet.ServletResponse;
import javax.servlet.ServletResponseWrapper;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Response;

/** Ends what the servlet API has no word for. */
public final class ConnectionAbort {

    private static final String IDLE = "Idle timeout";

    private ConnectionAbort() {}

    /**
     * Closes the connection of an answer that is under way, from whatever thread.
     *
     * @param why for the log of the server
     */
    public static void close(ServletResponse response, String why) {
        ServletResponse inner = response;
        while (inner instanceof ServletResponseWrapper wrapper) {
            inner = wrapper.getResponse();
        }
        if (inner instanceof Response own) {
            own.getHttpChannel().abort(new IOException(why));
        }
    }

    /**
     * Whether a failure to read or write means that the other side has gone, or takes nothing any more. Jetty says so by the time
     * for which nothing moved; a plugin may run out of a time of its own.
     */
    public static boolean isGone(Throwable failure) {
        return failure instanceof EofException
                || failure instanceof IOException
                        && failure.getCause() instanceof TimeoutException late
                        && String.valueOf(late.getMessage()).startsWith(IDLE);
    }
}
