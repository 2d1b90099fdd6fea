package io.plexica.plugins.internal.tenant;

import io.plexica.spi.plugins.PluginData;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What other rooms keep of plugins, beside their schemas. Safe for all threads. */
@Component(service = DataElsewhere.class)
public final class DataElsewhere {

    private final List<PluginData> keepers = new CopyOnWriteArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(PluginData keeper) {
        keepers.add(keeper);
    }

    void remove(PluginData keeper) {
        keepers.remove(keeper);
    }

    /** Removes it, before the schema goes: what fails can then be asked for again. */
    void deleteAll(String tenantSlug, String pluginId) {
        keepers.forEach(keeper -> keeper.deleteAll(tenantSlug, pluginId));
    }
}
