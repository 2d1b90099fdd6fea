package io.plexica.plugins.internal.plan;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.ServiceNeed;
import io.plexica.api.manifest.ServiceOffer;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Which services plugins need of each other and do not get. Pure. */
final class ServiceNeeds {

    private ServiceNeeds() {}

    /**
     * What stands against steps that enable plugins or move them.
     *
     * @param all the plugins that are enabled afterwards
     */
    static List<Problem> unmet(Collection<PluginManifest> all, List<Step> steps) {
        return steps.stream()
                .map(Step::version)
                .filter(Objects::nonNull)
                .flatMap(version -> missing(version.manifest(), all).stream()
                        .map(what -> Problem.conflict("dependencies-missing", version.ref() + " needs " + what)))
                .toList();
    }

    /** What stands against a plugin's leaving those that stay. */
    static List<Problem> bereaved(PluginManifest leaving, Collection<PluginManifest> stay) {
        List<String> bereft = bereft(leaving, stay);
        return bereft.isEmpty()
                ? List.of()
                : List.of(Problem.dependants(
                        leaving.id() + " offers services that are needed by " + String.join(", ", bereft), bereft));
    }

    /** What a plugin cannot do without and none of the others offers, in words. */
    static List<String> missing(PluginManifest plugin, Collection<PluginManifest> others) {
        return plugin.services().requires().stream()
                .filter(need -> !need.optional())
                .filter(need -> others.stream().noneMatch(other -> offers(other, need)))
                .map(need -> "the service " + need.name() + " " + need.version()
                        + ", which no plugin that is enabled here offers")
                .toList();
    }

    /**
     * Ids of those that get a service they cannot do without from a plugin that leaves, or from the version of it that does,
     * and from nobody else.
     *
     * @param stay the plugins that stay, among them what the leaving one is replaced by
     */
    static List<String> bereft(PluginManifest leaving, Collection<PluginManifest> stay) {
        return stay.stream()
                .filter(plugin -> !plugin.id().equals(leaving.id()))
                .filter(plugin -> plugin.services().requires().stream()
                        .filter(need -> !need.optional() && offers(leaving, need))
                        .anyMatch(need -> stay.stream().noneMatch(other -> offers(other, need))))
                .map(PluginManifest::id)
                .sorted()
                .toList();
    }

    private static boolean offers(PluginManifest plugin, ServiceNeed need) {
        return plugin.services().provides().stream().anyMatch(offer -> meets(offer, need));
    }

    private static boolean meets(ServiceOffer offer, ServiceNeed need) {
        return offer.name().equals(need.name())
                && VersionRange.valueOf(need.version().strip()).includes(Version.parseVersion(offer.version()));
    }
}
