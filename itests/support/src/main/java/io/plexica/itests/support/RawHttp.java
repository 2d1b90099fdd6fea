package io.plexica.itests.support;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests that no decent client would send, byte for byte. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;

    private final URI base;

    RawHttp(URI base) {
        this.base = base;
    }

    /** Sends the head as written, without its last empty line, and a body; the whole answer as text. */
    public String send(String head, String body) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = head.strip().replace("\r", "").replace("\n", "\r\n") + "\r\nHost: " + base.getAuthority()
                    + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
