package io.plexica.mail.smtp.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Stands before a real mail server that knows no STARTTLS: takes it, and from then on hands everything to and fro. */
final class StartTlsFront implements AutoCloseable {

    private final ServerSocket socket;
    private final int server;
    private final SSLContext context;
    private final List<String> inTheClear = new CopyOnWriteArrayList<>();

    /**
     * Opens it.
     *
     * @param server the port of the server behind it
     */
    StartTlsFront(int server) throws IOException, GeneralSecurityException {
        this.server = server;
        this.context = context();
        this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        begin(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The words that somebody on the way could have read. */
    List<String> inTheClear() {
        return inTheClear;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                talk(caller);
            } catch (IOException e) {
                // A caller who does not believe the certificate hangs up, and the end of the test closes the socket.
                continue;
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        say(caller, "220 front");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String word = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            inTheClear.add(word);
            switch (word) {
                case "EHLO" -> say(caller, "250-front\r\n250 STARTTLS");
                case "STARTTLS" -> {
                    say(caller, "220 go on");
                    handOver(caller);
                    return;
                }
                default -> say(caller, "530 encryption first");
            }
        }
    }

    private void handOver(Socket caller) throws IOException {
        try (SSLSocket safe =
                        (SSLSocket) context.getSocketFactory().createSocket(caller, null, caller.getPort(), true);
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
            safe.setUseClientMode(false);
            safe.startHandshake();
            // The caller has been greeted.
            InputStream answers = behind.getInputStream();
            for (int read = answers.read(); read >= 0 && read != '\n'; ) {
                read = answers.read();
            }
            begin(() -> {
                try {
                    answers.transferTo(safe.getOutputStream());
                    safe.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            safe.getInputStream().transferTo(behind.getOutputStream());
        }
    }

    private static SSLContext context() throws IOException, GeneralSecurityException {
        char[] password = "changeit".toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = StartTlsFront.class.getResourceAsStream("/greenmail.p12")) {
            keys.load(file, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "smtp-front");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, failure) -> {
            // One side hung up.
        });
        thread.start();
    }

    private static void say(Socket caller, String text) throws IOException {
        caller.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
