package io.plexica.plugins.internal.ui;

import io.plexica.api.manifest.Contribution;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.Web;
import io.plexica.plugins.internal.manifest.UiPaths;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.ui.ConsoleView.ConsoleContribution;
import io.plexica.plugins.internal.ui.ConsoleView.ConsolePlugin;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRoutes;
import io.plexica.spi.tenancy.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds out what the console shows of plugins to somebody. Answered from memory; safe for all threads. */
@Component(service = ConsoleContent.class)
public final class ConsoleContent {

    private final UiFiles files;
    private final PluginRoutes routes;
    private final FramedPages framing;

    /** Takes what it looks at. */
    @Activate
    public ConsoleContent(@Reference UiFiles files, @Reference PluginRoutes routes, @Reference FramedPages framing) {
        this.files = files;
        this.routes = routes;
        this.framing = framing;
    }

    /** What is there for a caller; nothing outside a tenant. */
    public ConsoleView of(ExecutionContext caller) {
        Tenant tenant = caller.tenant();
        if (tenant == null) {
            return new ConsoleView(List.of());
        }
        Predicate<@Nullable String> open = permission ->
                permission == null || caller.grants().decide(permission, caller.remoteAddress()) != Verdict.DENY;
        return new ConsoleView(
                routes
                        .enabled(
                                tenant.slug(),
                                caller.workspace() == null
                                        ? null
                                        : caller.workspace().id())
                        .stream()
                        .map(files::served)
                        .flatMap(Optional::stream)
                        .map(version -> plugin(version, tenant.slug(), open))
                        .toList());
    }

    private ConsolePlugin plugin(StoredVersion version, String tenant, Predicate<@Nullable String> open) {
        PluginManifest manifest = version.manifest();
        Web web = manifest.web();
        String root = manifest.visibility().isPublic() ? "" : "/t/" + tenant;
        String base = root + UiAddress.base(version);
        return new ConsolePlugin(
                manifest.id(),
                manifest.name(),
                manifest.version().toString(),
                manifest.icon() == null ? null : base + "icon",
                web.routePrefix(),
                framing.isFramed(version),
                web.remoteEntry() == null ? null : base + web.remoteEntry(),
                integrity(version, base),
                manifest.translations().namespaces(),
                manifest.translations().locales(),
                web.contributions().stream()
                        .filter(contribution -> open.test(contribution.permission()))
                        .sorted(Comparator.comparingInt(Contribution::order))
                        .flatMap(contribution -> shown(contribution, base))
                        .toList());
    }

    private Map<String, String> integrity(StoredVersion version, String base) {
        Map<String, String> byAddress = new TreeMap<>();
        files.hashes(version).forEach((file, hash) -> byAddress.put(base + UiPaths.FOLDER + file, hash));
        return byAddress;
    }

    /** A version from before modules were looked at may name what is not there. */
    private static Stream<ConsoleContribution> shown(Contribution contribution, String base) {
        return UiPaths.ofModule(contribution.module()).stream()
                .map(file -> new ConsoleContribution(
                        contribution.point(),
                        contribution.module(),
                        base + file,
                        contribution.label(),
                        contribution.icon(),
                        contribution.order(),
                        contribution.permission()));
    }
}
