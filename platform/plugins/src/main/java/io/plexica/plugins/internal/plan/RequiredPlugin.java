package io.plexica.plugins.internal.plan;

import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.plugins.PluginRef;
import java.util.Optional;

/** A plugin that comes along since another one needs it. Pure. */
final class RequiredPlugin {

    private RequiredPlugin() {}

    /** What has to be done so that it is enabled; empty when it is. */
    static Optional<Step> step(Snapshot snapshot, StoredVersion version, PluginRef dependant) {
        Installation present = snapshot.find(version.manifest().id())
                .filter(installation -> installation.status().isPresent())
                .orElse(null);
        if (present == null) {
            return Optional.of(new Step(
                    Action.INSTALL,
                    version.ref(),
                    version,
                    "Installs " + version.ref() + ", which " + dependant + " needs"));
        }
        return present.enabled()
                ? Optional.empty()
                : Optional.of(new Step(
                        Action.ENABLE,
                        version.ref(),
                        version,
                        "Lets requests in to " + version.ref() + ", which " + dependant + " needs"));
    }
}
