package io.plexica.plugins.internal.rest;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.Registry;
import io.plexica.plugins.internal.runtime.Versions;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.VersionStatus;
import io.plexica.plugins.internal.tenant.TenantPlugins;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.Slices;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The plugins as a caller may see them: in a tenant only those made for it or for all. There are few of them, so lists are
 * made in memory. Safe for all threads.
 */
@Component(service = Catalogue.class)
public final class Catalogue {

    private static final Map<String, String> SORTS =
            Map.of("id", "id", "name", "name", "category", "category", "publishedAt", "publishedAt");

    private final Registry registry;
    private final InstallationStore installations;
    private final TenantPlugins plugins;

    /** Reads the registry. */
    @Activate
    public Catalogue(
            @Reference PluginRuntime runtime,
            @Reference InstallationStore installations,
            @Reference TenantPlugins plugins) {
        this.registry = runtime.registry();
        this.installations = installations;
        this.plugins = plugins;
    }

    /** One page of the plugins that fit. */
    public Page<PluginView> list(@Nullable Tenant tenant, CatalogueQuery query, PageQuery page) {
        Comparator<PluginView> order = order(page.orderBy(SORTS, "id ASC"));
        Map<String, Installation> installed = installed(tenant);
        List<PluginView> found = registry.ids().stream()
                .filter(id -> visible(id, tenant).stream().anyMatch(query::isInStatus))
                .map(id -> view(id, tenant, installed.get(id)))
                .flatMap(Stream::ofNullable)
                .filter(query.andText(page.text()))
                .sorted(order)
                .toList();
        return Slices.of(found, page);
    }

    /**
     * One plugin.
     *
     * @throws PlexicaException {@code plugin-not-found} when there is none that the caller may see
     */
    public PluginView get(@Nullable Tenant tenant, String id) {
        PluginView view = view(id, tenant, installed(tenant).get(id));
        if (view == null) {
            throw notFound(id);
        }
        return view;
    }

    /** A plugin's versions that the caller may see, newest first. */
    public List<StoredVersion> versions(@Nullable Tenant tenant, String id) {
        List<StoredVersion> visible = visible(id, tenant);
        if (visible.isEmpty()) {
            throw notFound(id);
        }
        return visible;
    }

    /** What anybody may know of a plugin, if it is public. */
    public InfoView info(String id) {
        List<StoredVersion> open = registry.versions(id).stream()
                .filter(version -> version.manifest().visibility().isPublic())
                .toList();
        return Versions.representative(open)
                .map(version -> InfoView.of(version.manifest()))
                .orElseThrow(() -> notFound(id));
    }

    private List<StoredVersion> visible(String id, @Nullable Tenant tenant) {
        return registry.versions(id).stream()
                .filter(version -> isVisible(version.manifest(), tenant))
                .toList();
    }

    private @Nullable PluginView view(String id, @Nullable Tenant tenant, @Nullable Installation installation) {
        List<StoredVersion> visible = visible(id, tenant);
        return Versions.representative(visible)
                .map(shown -> PluginView.of(shown, visible, installation == null ? null : view(installation)))
                .orElse(null);
    }

    private InstallationView view(Installation installation) {
        return InstallationView.of(installation, plugins.warnings(installation));
    }

    /** Outside a tenant only super admins ask, who see everything. */
    private static boolean isVisible(PluginManifest manifest, @Nullable Tenant tenant) {
        return tenant == null
                || manifest.visibility().isPublic()
                || manifest.visibility().tenants().contains(tenant.slug());
    }

    private Map<String, Installation> installed(@Nullable Tenant tenant) {
        return tenant == null
                ? Map.of()
                : installations.ofTenant(tenant.slug()).stream()
                        .collect(Collectors.toMap(
                                installation -> installation.plugin().id(), Function.identity()));
    }

    private static PlexicaException notFound(String id) {
        return new PlexicaException(ErrorCode.PLUGIN_NOT_FOUND, "There is no plugin '" + id + "'").with("plugin", id);
    }

    private static Comparator<PluginView> order(String terms) {
        Comparator<PluginView> order = Comparator.comparing(PluginView::id);
        String[] all = terms.split(", ");
        for (int i = all.length - 1; i >= 0; i--) {
            String[] term = all[i].split(" ");
            Comparator<PluginView> by = by(term[0]);
            order = (term[1].equals("DESC") ? by.reversed() : by).thenComparing(order);
        }
        return order;
    }

    private static Comparator<PluginView> by(String field) {
        return switch (field) {
            case "name" -> Comparator.comparing(view -> view.name().toLowerCase(Locale.ROOT));
            case "category" -> Comparator.comparing(view -> String.valueOf(view.category()));
            case "publishedAt" -> Comparator.comparing(PluginView::publishedAt);
            default -> Comparator.comparing(PluginView::id);
        };
    }

    /**
     * What a caller looks for.
     *
     * @param category only this one; null for all
     * @param tag only with this one; null for all
     * @param status only with a version in this one; null for all
     */
    public record CatalogueQuery(
            @Nullable String category,
            @Nullable String tag,
            @Nullable String status) {

        /** Reads the parameters of a call. */
        static CatalogueQuery of(@Nullable String category, @Nullable String tag, @Nullable String status) {
            boolean known = status == null
                    || Arrays.stream(VersionStatus.values())
                            .anyMatch(value -> value.name().equals(status));
            if (!known) {
                throw PlexicaException.validation(new FieldError(
                        "/status",
                        "must be one of "
                                + Arrays.stream(VersionStatus.values())
                                        .map(VersionStatus::name)
                                        .collect(Collectors.joining(", "))));
            }
            return new CatalogueQuery(category, tag, status);
        }

        /** One such version is enough, whichever the plugin is shown by. */
        boolean isInStatus(StoredVersion version) {
            return status == null || status.equals(version.status().name());
        }

        Predicate<PluginView> andText(String text) {
            String wanted = text.toLowerCase(Locale.ROOT);
            return view -> (category == null || category.equals(view.category()))
                    && (tag == null || view.tags().contains(tag))
                    && (wanted.isEmpty()
                            || (view.id() + " " + view.name() + " " + view.description())
                                    .toLowerCase(Locale.ROOT)
                                    .contains(wanted));
        }
    }
}
