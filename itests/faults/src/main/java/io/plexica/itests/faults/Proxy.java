package io.plexica.itests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to a server on this machine, which can be blocked in all the ways in which a network fails: connections are
 * refused, cut, slow, or swallow what is sent. The port stays the same. Safe for all threads.
 */
public final class Proxy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Proxy.class);
    private static final int BACKLOG = 200;

    private final int target;
    private final int port;
    private final Tap tap = new Tap();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket door;
    private @Nullable Thread doorman;

    private Proxy(int target) throws IOException {
        this.target = target;
        this.door = open(0);
        this.port = door.getLocalPort();
        serve(door);
    }

    /** A way to a port of this machine, on a port of its own. */
    public static Proxy to(int target) {
        try {
            return new Proxy(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to knock. */
    public int port() {
        return port;
    }

    /** The ports by which the server knows the connections that lead through here. */
    public Set<Integer> farPorts() {
        return links.stream()
                .filter(link -> !link.isClosed())
                .map(Link::farPort)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Nobody gets in from now on, and who was in is out. */
    public synchronized void refuse() {
        ServerSocket now = door;
        door = null;
        Thread last = doorman;
        if (now != null && last != null) {
            close(now);
            // Until the last call has returned, the system lets somebody in.
            await(last);
        }
        cut();
    }

    /** Who is in is out; others get in. */
    public void cut() {
        links.forEach(Link::close);
    }

    /** Everything arrives that much later, either way. */
    public void slow(Duration by) {
        tap.slow(by);
        reopen();
    }

    /** What is sent is taken and arrives nowhere, until it flows again. */
    public void swallow() {
        tap.shut();
        reopen();
    }

    /** Everything flows, also what was held back. */
    public void flow() {
        tap.open();
        reopen();
    }

    @Override
    public void close() {
        refuse();
    }

    private synchronized void reopen() {
        if (door != null) {
            return;
        }
        try {
            ServerSocket fresh = open(port);
            door = fresh;
            serve(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException("Somebody else has taken port " + port + " meanwhile", e);
        }
    }

    private static ServerSocket open(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        return socket;
    }

    private void serve(ServerSocket at) {
        Thread thread = new Thread(() -> accept(at), "proxy-to-" + target);
        thread.setDaemon(true);
        thread.start();
        doorman = thread;
    }

    private void accept(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                connect(at, at.accept());
            } catch (IOException e) {
                LOG.debug("Nobody gets in any more", e);
            }
        }
    }

    private void connect(ServerSocket at, Socket near) {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Link link = new Link(near, far, tap);
            links.removeIf(Link::isClosed);
            links.add(link);
            if (at.isClosed()) {
                link.close();
            }
        } catch (IOException e) {
            LOG.debug("The server itself is away", e);
            Link.reset(near);
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("Closed before", e);
        }
    }
}
