package io.plexica.web.internal.dispatch;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.call.CallTarget;
import io.plexica.web.internal.guard.Guard;
import io.plexica.web.internal.guard.GuardChain;
import io.plexica.web.internal.openapi.DocsPage;
import io.plexica.web.internal.openapi.OpenApiDocument;
import io.plexica.web.internal.openapi.ServerDescription;
import io.plexica.web.internal.rooms.Rooms;
import io.plexica.web.internal.server.ApiServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Answers {@code /api/openapi.json} and {@code /api/docs}. */
final class ApiDescription {

    private static final String VERSION = "v1";

    private final Rooms rooms;
    private final Function<PluginRef, @Nullable ApiServer> plugins;
    private final Supplier<@Nullable ApiServer> platform;

    ApiDescription(
            Rooms rooms, Function<PluginRef, @Nullable ApiServer> plugins, Supplier<@Nullable ApiServer> platform) {
        this.rooms = rooms;
        this.plugins = plugins;
        this.platform = platform;
    }

    /** Whether the call is one for this. */
    boolean answers(Call call) {
        CallTarget.Kind kind = call.target().kind();
        return kind == CallTarget.Kind.DESCRIPTION || kind == CallTarget.Kind.DOCS;
    }

    void answer(Call call, HttpServletResponse response) throws IOException {
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            throw new PlexicaException(ErrorCode.METHOD_NOT_ALLOWED, "This can only be read: use GET");
        }
        if (call.target().kind() == CallTarget.Kind.DOCS) {
            GuardChain.limit(call);
            DocsPage.write(response);
            return;
        }
        GuardChain.demand(call, Guard.OPEN);
        String origin = call.baseAddress();
        String server = origin.substring(0, origin.length() - "/api".length());
        byte[] document = OpenApiDocument.write(VERSION, server, parts(call));
        response.setContentType("application/json");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    private List<ServerDescription> parts(Call call) {
        List<ServerDescription> parts = new ArrayList<>();
        describe(platform.get(), parts);
        Tenant tenant = call.context().tenant();
        if (call.context().principal() != null && tenant != null) {
            WorkspaceInfo workspace = call.context().workspace();
            rooms.routes()
                    .enabled(tenant.slug(), workspace == null ? null : workspace.id())
                    .forEach(plugin -> describe(plugins.apply(plugin), parts));
        }
        return parts;
    }

    /** A server that closes at this moment is left out. */
    private static void describe(@Nullable ApiServer server, List<ServerDescription> parts) {
        if (server == null || !server.enter()) {
            return;
        }
        try {
            parts.add(server.description());
        } finally {
            server.leave();
        }
    }
}
