package io.plexica.itests.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection through a proxy. */
final class Link implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final int BUFFER = 16 * 1024;

    private final Socket near;
    private final Socket far;
    private final Tap tap;
    private volatile boolean closed;

    /** Passes on what comes, both ways, until one side ends. */
    Link(Socket near, Socket far, Tap tap) {
        this.near = near;
        this.far = far;
        this.tap = tap;
        pump(near, far);
        pump(far, near);
    }

    /** The port by which the server knows this connection. */
    int farPort() {
        return far.getLocalPort();
    }

    boolean isClosed() {
        return closed;
    }

    /** Ends both sides without a word of farewell. */
    @Override
    public void close() {
        closed = true;
        reset(near);
        reset(far);
        tap.wake();
    }

    static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            LOG.debug("Closed before", e);
        }
    }

    private void pump(Socket from, Socket to) {
        Thread thread = new Thread(() -> carry(from, to), "proxy-" + from.getPort());
        thread.setDaemon(true);
        thread.start();
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int read = in.read(buffer);
            while (read >= 0 && !closed) {
                tap.pass(() -> closed);
                out.write(buffer, 0, read);
                out.flush();
                read = in.read(buffer);
            }
        } catch (IOException e) {
            LOG.debug("A connection has ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }
}
