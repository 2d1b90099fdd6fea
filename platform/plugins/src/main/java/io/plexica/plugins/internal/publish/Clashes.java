package io.plexica.plugins.internal.publish;

import io.plexica.api.manifest.PluginManifest.Permission;
import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.store.StoredVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a new version takes that belongs to somebody else. Pure. */
final class Clashes {

    private Clashes() {}

    /**
     * Everything that clashes.
     *
     * @param symbolicNames to whom ids belong
     * @param foreigner an installed bundle of the same symbolic name that is no plugin
     * @param versions the plugin's versions
     * @param claimed its permission keys that somebody else claims
     */
    static List<FieldError> of(
            Candidate candidate,
            Map<String, String> symbolicNames,
            Optional<String> foreigner,
            Collection<StoredVersion> versions,
            List<String> claimed) {
        List<FieldError> problems = new ArrayList<>();
        String id = candidate.manifest().id();
        String owner = symbolicNames.get(id);
        if (owner != null && !owner.equals(candidate.symbolicName())) {
            problems.add(new FieldError(
                    "/id", "'" + id + "' belongs to the bundle " + owner + ", not to " + candidate.symbolicName()));
        }
        symbolicNames.forEach((otherId, name) -> {
            if (name.equals(candidate.symbolicName()) && !otherId.equals(id)) {
                problems.add(new FieldError("/id", "must be '" + otherId + "', the id of the bundle " + name));
            }
        });
        foreigner.ifPresent(bundle -> problems.add(
                new FieldError("", "The Bundle-SymbolicName is that of " + bundle + ", which is no plugin")));
        versions.stream()
                .filter(version -> version.osgiVersion().equals(candidate.osgiVersion()))
                .filter(version -> !version.ref().equals(candidate.ref()))
                .forEach(version -> problems.add(new FieldError(
                        "/version",
                        "has the same OSGi version, " + candidate.osgiVersion() + ", as the published "
                                + version.ref().version())));
        problems.addAll(permissions(candidate, claimed));
        return problems;
    }

    private static List<FieldError> permissions(Candidate candidate, List<String> claimed) {
        List<String> keys =
                candidate.manifest().permissions().stream().map(Permission::key).toList();
        return claimed.stream()
                .map(key -> new FieldError(
                        keys.contains(key) ? "/permissions/" + keys.indexOf(key) + "/key" : "/permissions",
                        "'" + key + "' is a permission of the platform or of another plugin"))
                .toList();
    }
}
