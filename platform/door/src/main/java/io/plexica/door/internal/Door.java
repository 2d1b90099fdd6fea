package io.plexica.door.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/**
 * Lets calls in while the servlets are there that answer all calls, and tells others to come again. Without it the server, which
 * listens long before and still a moment after, would say that there is nothing under any address. Safe for all threads.
 */
final class Door implements HttpConfiguration.Customizer {

    /** The servlet of the API, and the one that answers where no other does. */
    private static final Set<String> NEEDED = Set.of("plexica-api", "plexica-nothing");

    private volatile List<ServletHolder> inside = List.of();

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        if (!request.isHandled() && !isOpen(connector.getServer())) {
            UnavailableAnswer.say(request);
        }
    }

    private boolean isOpen(Server server) {
        if (areThere(inside)) {
            return true;
        }
        inside = find(server);
        return areThere(inside);
    }

    private static boolean areThere(List<ServletHolder> servlets) {
        for (ServletHolder servlet : servlets) {
            if (!servlet.isStarted()) {
                return false;
            }
        }
        return !servlets.isEmpty();
    }

    /** All that are needed, or none. */
    private static List<ServletHolder> find(Server server) {
        List<ServletHolder> found = Arrays.stream(server.getChildHandlersByClass(ServletHandler.class))
                .filter(Handler::isStarted)
                .map(handler -> ((ServletHandler) handler).getServlets())
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
                .filter(servlet -> NEEDED.contains(servlet.getName()))
                .toList();
        return found.size() == NEEDED.size() ? found : List.of();
    }
}
