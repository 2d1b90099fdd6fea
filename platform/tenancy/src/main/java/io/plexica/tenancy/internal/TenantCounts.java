package io.plexica.tenancy.internal;

import io.plexica.api.rest.Page;
import io.plexica.spi.plugins.Plugins;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What lists of tenants tell of each beside its row. Safe for all threads. */
@Component(service = TenantCounts.class)
public final class TenantCounts {

    /** Comes after this room, which it needs. */
    private volatile @Nullable Plugins plugins;

    /** A page as it is shown: with the number of plugins, found for all by one look-up, where somebody can tell it. */
    public Page<TenantJson> shown(Page<TenantRow> page) {
        Plugins known = plugins;
        if (known == null) {
            return page.map(TenantJson::of);
        }
        Map<String, Long> installed =
                known.installed(page.items().stream().map(TenantRow::slug).toList());
        return page.map(row -> TenantJson.of(row).with(installed.getOrDefault(row.slug(), 0L)));
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setPlugins(Plugins known) {
        plugins = known;
    }

    void unsetPlugins(Plugins gone) {
        if (plugins == gone) {
            plugins = null;
        }
    }
}
