package io.plexica.web.internal.dispatch;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.plugins.PluginRoutes.Route;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.guard.Guard;
import io.plexica.web.internal.guard.GuardChain;
import io.plexica.web.internal.rooms.Rooms;
import io.plexica.web.internal.server.ApiServer;
import io.plexica.web.internal.whole.Completeness;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the server of a call and enters it. */
final class Router {

    /** Between looking a route up and entering its server, that server may have begun to close: then the route has moved. */
    private static final int ATTEMPTS = 50;

    private static final int RETRY_AFTER_SECONDS = 1;

    private final Rooms rooms;
    private final ServerRegistry plugins;
    private final Supplier<@Nullable ApiServer> platform;
    private final Completeness whole;

    Router(Rooms rooms, ServerRegistry plugins, Supplier<@Nullable ApiServer> platform, Completeness whole) {
        this.rooms = rooms;
        this.plugins = plugins;
        this.platform = platform;
        this.whole = whole;
    }

    /**
     * The server of a call, entered.
     *
     * @throws PlexicaException the refusal, when there is none
     */
    ApiServer enter(Call call) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ApiServer server = find(call);
            if (server != null && server.enter()) {
                return server;
            }
            Thread.yield();
        }
        throw call.route() != null
                ? later(ErrorCode.PLUGIN_UNAVAILABLE, "The plugin")
                : later(ErrorCode.UNAVAILABLE, "The platform");
    }

    private static PlexicaException later(ErrorCode code, String what) {
        return new PlexicaException(code, what + " is starting or changing: try again in a moment")
                .with("retryAfter", RETRY_AFTER_SECONDS);
    }

    private @Nullable ApiServer find(Call call) {
        return switch (call.target().kind()) {
            case PLATFORM -> platform.get();
            case PLUGIN -> plugins.find(route(call).plugin());
            case DESCRIPTION, DOCS, NOTHING ->
                throw unmatched(call, ErrorCode.NOT_FOUND, "Nothing answers under this address");
        };
    }

    private Route route(Call call) {
        String id = call.target().pluginId();
        if (id == null) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "A call to a plugin names none");
        }
        Tenant tenant = call.context().tenant();
        Route route = rooms.routes().find(id, tenant == null ? null : tenant.slug());
        if (route == null && !(rooms.routes().areKnown() && whole.is())) {
            throw later(ErrorCode.UNAVAILABLE, "The platform");
        }
        if (route == null) {
            throw unmatched(call, ErrorCode.PLUGIN_NOT_FOUND, "There is no such plugin");
        }
        call.routeTo(route);
        String stopped = rooms.routes().stopped(route.plugin());
        if (stopped != null) {
            throw new PlexicaException(
                    ErrorCode.PLUGIN_UNAVAILABLE,
                    "Version " + route.plugin().version() + " of the plugin is stopped for everybody"
                            + (stopped.isEmpty() ? "" : ": " + stopped));
        }
        return route;
    }

    /** Who may know nothing does not learn what is not there either. */
    private static PlexicaException unmatched(Call call, ErrorCode code, String detail) {
        GuardChain.demand(call, Guard.UNMATCHED);
        return new PlexicaException(code, detail);
    }
}
