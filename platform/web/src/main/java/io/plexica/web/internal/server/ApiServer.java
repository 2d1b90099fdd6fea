package io.plexica.web.internal.server;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.web.internal.bounds.BoundedCall;
import io.plexica.web.internal.bounds.VersionCalls;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.guard.Rules;
import io.plexica.web.internal.openapi.ServerDescription;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.ServletConfig;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One JAX-RS server: the platform's, or that of one version of a plugin. Whoever calls it enters first and leaves when the
 * answer is complete. Safe for all threads.
 */
public final class ApiServer {

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final String OUTER_ADDRESS = "org.apache.cxf.transport.endpoint.address";
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
    private static final Duration AFTER_CUT = Duration.ofSeconds(2);

    private final @Nullable PluginRef plugin;
    private final @Nullable VersionCalls calls;
    private final String title;
    private final Server server;
    private final AbstractHTTPDestination destination;
    private final UnitOfWorkInvoker invoker;
    private final StreamAnswers streams;
    private final Rules rules;
    private final Supplier<ServerDescription> describe;
    private final Runnable release;
    private final CallGate gate = new CallGate();
    private volatile @Nullable ServerDescription description;

    ApiServer(
            @Nullable PluginRef plugin,
            @Nullable VersionCalls calls,
            String title,
            Server server,
            UnitOfWorkInvoker invoker,
            StreamAnswers streams,
            Rules rules,
            Supplier<ServerDescription> describe,
            Runnable release) {
        this.plugin = plugin;
        this.calls = calls;
        this.title = title;
        this.server = server;
        this.destination = (AbstractHTTPDestination) server.getDestination();
        this.invoker = invoker;
        this.streams = streams;
        this.rules = rules;
        this.describe = describe;
        this.release = release;
    }

    /** Lets a call in; false once the server is closing. */
    public boolean enter() {
        return gate.enter();
    }

    /**
     * Holds a call that was let in within bounds.
     *
     * @return null where there are none: the platform's own
     * @throws PlexicaException {@code plugin-overloaded}
     */
    public @Nullable BoundedCall bound(Call call, HttpServletResponse response) {
        return calls == null ? null : calls.arrive(call, response);
    }

    /** The answer of a call that was let in is complete. */
    public void leave() {
        gate.leave();
    }

    /**
     * Answers a call, or goes on with one that was suspended.
     *
     * @param baseAddress the absolute address under which the caller sees this server
     */
    public void serve(
            ServletConfig config, HttpServletRequest request, HttpServletResponse response, String baseAddress)
            throws IOException {
        request.setAttribute(OUTER_ADDRESS, baseAddress);
        destination.invoke(config, config.getServletContext(), request, response);
    }

    /**
     * The platform's own question: calls the method that answers a GET of this path, past the guards, in the current
     * context.
     *
     * @return the status of its answer; 404 when nothing answers there
     * @throws Exception what the method throws
     */
    public int ask(String path) throws Exception {
        if (!gate.enter()) {
            return UNAVAILABLE;
        }
        try {
            Optional<OperationResourceInfo> method = rules.reader(path);
            return method.isEmpty() ? NOT_FOUND : invoker.ask(method.get());
        } finally {
            gate.leave();
        }
    }

    /** What may be called under a path. */
    public Rules rules() {
        return rules;
    }

    /** Takes no new calls, waits for those within, cuts off what remains, releases everything. */
    public boolean drainAndClose(Duration patience) {
        gate.close();
        streams.end();
        boolean drained = false;
        try {
            drained = gate.awaitEmpty(patience);
            if (!drained) {
                cutOff();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            streams.end();
            server.destroy();
            release.run();
        }
        return drained;
    }

    /** This server's part of the API's description; made when first asked for. */
    public ServerDescription description() {
        ServerDescription made = description;
        if (made == null) {
            made = describe.get();
            description = made;
        }
        return made;
    }

    private void cutOff() throws InterruptedException {
        LOG.warn("{} calls of {} did not end in time and are cut off", gate.within(), title);
        PlexicaException answer = plugin == null
                ? new PlexicaException(ErrorCode.UNAVAILABLE, "The platform is changing: try again")
                : new PlexicaException(
                        ErrorCode.PLUGIN_UNAVAILABLE, "The plugin is being replaced or stopped: try again");
        invoker.cutOff(answer);
        if (!gate.awaitEmpty(AFTER_CUT)) {
            LOG.warn("{} calls of {} do not heed their interruption", gate.within(), title);
        }
    }
}
