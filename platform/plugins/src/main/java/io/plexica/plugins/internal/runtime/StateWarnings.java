package io.plexica.plugins.internal.runtime;

import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.VersionState;
import io.plexica.spi.plugins.PluginRef;
import java.util.List;

/** What the people of a tenant should know about the version that they are on. Pure. */
public final class StateWarnings {

    private StateWarnings() {}

    /** One sentence each; none for a version that is AVAILABLE. */
    public static List<String> of(StoredVersion version) {
        VersionState state = version.state();
        String name = version.ref().id() + " " + version.ref().version();
        return switch (version.status()) {
            case AVAILABLE -> List.of();
            case DEPRECATED -> List.of(name + " is deprecated" + advice(version));
            case RETIRED -> List.of(name + " is retired: nobody else gets it" + advice(version));
            case QUARANTINED ->
                List.of(name + " is stopped for everybody" + (state.reason() == null ? "" : ": " + state.reason()));
        };
    }

    /** Why a version does not run. */
    public static String whyIdle(Registry registry, PluginRef ref) {
        return registry.find(ref)
                .filter(version -> version.state().isQuarantined())
                .map(version -> of(version).get(0))
                .or(() -> registry.problem(ref))
                .orElseGet(
                        () -> registry.find(ref).isEmpty() ? "it is not there any more" : "it is still being started");
    }

    private static String advice(StoredVersion version) {
        VersionState state = version.state();
        return (state.replacement() == null ? "" : "; take " + state.replacement() + " instead")
                + (state.endOfLife() == null ? "" : "; its end of life is " + state.endOfLife());
    }
}
