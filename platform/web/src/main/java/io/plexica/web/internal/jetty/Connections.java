package io.plexica.web.internal.jetty;

import java.io.IOException;
import javax.servlet.ServletResponse;
import javax.servlet.ServletResponseWrapper;
import org.eclipse.jetty.server.Response;

/** Ends what the servlet API has no word for. */
public final class Connections {

    private Connections() {}

    /** Closes the connection of an answer that is under way, from whatever thread. */
    public static void close(ServletResponse response) {
        ServletResponse inner = response;
        while (inner instanceof ServletResponseWrapper wrapper) {
            inner = wrapper.getResponse();
        }
        if (inner instanceof Response own) {
            own.getHttpChannel().abort(new IOException("The answer took too long"));
        }
    }
}
