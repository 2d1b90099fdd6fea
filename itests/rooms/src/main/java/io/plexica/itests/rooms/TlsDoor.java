package io.plexica.itests.rooms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** TLS before a server that has none of its own, as those put it there who run one. */
public final class TlsDoor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TlsDoor.class);
    private static final int BACKLOG = 50;

    private final SSLServerSocket door;
    private final int target;

    private TlsDoor(SSLServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /** A door to a port of this machine, with a certificate of this authority. */
    public static TlsDoor to(int port, Authority authority) {
        try {
            TlsDoor door = new TlsDoor(
                    (SSLServerSocket) context(authority)
                            .getServerSocketFactory()
                            .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()),
                    port);
            start(door::serve);
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it is. */
    public URI address() {
        return URI.create("https://127.0.0.1:" + door.getLocalPort());
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SSLContext context(Authority authority) throws IOException, GeneralSecurityException {
        char[] password = Authority.PASSWORD.toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(authority.keystore())) {
            store.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                start(() -> carry(near, far));
                start(() -> carry(far, near));
            } catch (IOException e) {
                LOG.debug("Whoever knocked gets no answer", e);
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            LOG.debug("One side has ended, so both have", e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "tls-door");
        thread.setDaemon(true);
        thread.start();
    }
}
