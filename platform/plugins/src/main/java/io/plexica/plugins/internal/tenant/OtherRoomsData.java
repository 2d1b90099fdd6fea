package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.plugins.PluginData;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What other rooms keep of plugins, beside their schemas. Safe for all threads. */
@Component(service = OtherRoomsData.class)
public final class OtherRoomsData {

    private static final String TYPE = PluginData.class.getName();

    private final List<PluginData> keepers = new CopyOnWriteArrayList<>();
    private final BundleContext context;

    /** Asks the framework who is expected. */
    @Activate
    public OtherRoomsData(BundleContext context) {
        this.context = context;
    }

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

    /**
     * Removes it, before the schema goes: what fails can then be asked for again.
     *
     * @throws PlexicaException {@code unavailable} also when not all rooms are there yet
     */
    void deleteAll(String tenantSlug, String pluginId) {
        for (Bundle bundle : context.getBundles()) {
            if (keeps(bundle) && !isThere(bundle)) {
                throw new PlexicaException(
                        ErrorCode.UNAVAILABLE,
                        "The data of plugins cannot be deleted before " + bundle.getSymbolicName()
                                + " is there; try again");
            }
        }
        keepers.forEach(keeper -> keeper.deleteAll(tenantSlug, pluginId));
    }

    /** Only rooms import the type; a plugin that says so of itself is not waited for. */
    private static boolean keeps(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null
                && revision.getDeclaredCapabilities("osgi.service").stream()
                        .map(capability -> capability.getAttributes().get("objectClass"))
                        .anyMatch(types -> types instanceof List<?> list && list.contains(TYPE))
                && revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .map(requirement -> requirement.getDirectives().getOrDefault("filter", ""))
                        .anyMatch(filter -> filter.contains("=" + PluginData.class.getPackageName() + ")"));
    }

    private static boolean isThere(Bundle bundle) {
        ServiceReference<?>[] offered = bundle.getRegisteredServices();
        return offered != null
                && Stream.of(offered)
                        .map(reference -> (String[]) reference.getProperty(Constants.OBJECTCLASS))
                        .anyMatch(types -> List.of(types).contains(TYPE));
    }
}
