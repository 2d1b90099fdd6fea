package io.plexica.plugins.internal.runtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.stream.News;
import io.plexica.spi.stream.StreamSource;
import io.plexica.spi.tenancy.Tenant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells people which plugins are there for them, once calls on this node are led accordingly: whoever asks because of it
 * meets the change.
 */
@Component
public final class InstallationNews implements StreamSource {

    private static final String EVENT = "installations";

    private final Routes routes;

    /** Looks at the table. */
    @Activate
    public InstallationNews(@Reference Routes routes) {
        this.routes = routes;
    }

    @Override
    public AutoCloseable tellTo(Audience audience) {
        return routes.hear(slug -> {
            if (slug.isEmpty()) {
                audience.tell(new News(null, EVENT, this::told));
            } else if (audience.isThere(slug)) {
                audience.tell(new News(
                        slug, EVENT, reader -> reader.tenant() == null ? new Installations(slug, null) : told(reader)));
            }
        });
    }

    private @Nullable Installations told(ExecutionContext reader) {
        Tenant tenant = reader.tenant();
        if (tenant == null) {
            return null;
        }
        UUID workspace = reader.workspace() == null ? null : reader.workspace().id();
        List<Installed> there = routes.enabled(tenant.slug(), workspace).stream()
                .map(this::installed)
                .toList();
        return new Installations(tenant.slug(), there);
    }

    private Installed installed(PluginRef plugin) {
        return new Installed(plugin.id(), plugin.version(), routes.stopped(plugin) == null);
    }

    /**
     * What is there.
     *
     * @param plugins those enabled where the reader is; null for an operator, who is in no tenant
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Installations(String tenant, @Nullable List<Installed> plugins) {}

    /**
     * One of them.
     *
     * @param available whether calls are let in; not while its version is in quarantine
     */
    public record Installed(String id, String version, boolean available) {}
}
