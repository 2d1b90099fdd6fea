package io.plexica.web.internal.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a caller still sends of a body that is refused, as too large or for whatever reason. A connection that is closed on somebody
 * who sends often takes the answer with it, so the rest is taken in and thrown away first, unless that is very much or takes long:
 * whoever reads the answer sooner hangs up by then.
 */
final class BodyDrain {

    private static final Logger LOG = LoggerFactory.getLogger(BodyDrain.class);
    private static final int MOST = 256 * 1024 * 1024;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int CHUNK = 64 * 1024;

    /** Threads that wait for such a rest at once: nobody's silence may keep more. */
    private static final Semaphore WAITING = new Semaphore(20);

    private BodyDrain() {}

    /**
     * Takes it in, once the refusal is on its way. A caller who sends slowly is waited for during about ten seconds, one who is silent
     * until the connection counts as idle, and neither where others are waited for already.
     */
    static void take(HttpServletRequest request, HttpServletResponse response) {
        if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST || !hasBody(request)) {
            return;
        }
        try {
            response.flushBuffer();
            long end = System.nanoTime() + LONGEST_NANOS;
            InputStream in = request.getInputStream();
            byte[] chunk = new byte[CHUNK];
            int taken = 0;
            while (taken < MOST && System.nanoTime() - end < 0) {
                int read = read(in, chunk, WAITING);
                if (read < 0) {
                    return;
                }
                taken += read;
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The rest of a body that is refused did not come", e);
        }
    }

    /** The end also where it would have to be waited for, and may not. */
    static int read(InputStream in, byte[] chunk, Semaphore waiting) throws IOException {
        if (in.available() > 0) {
            return in.read(chunk);
        }
        if (!waiting.tryAcquire()) {
            return -1;
        }
        try {
            return in.read(chunk);
        } finally {
            waiting.release();
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
