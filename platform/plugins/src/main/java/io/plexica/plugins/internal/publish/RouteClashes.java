package io.plexica.plugins.internal.publish;

import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.store.StoredVersion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the pages of a new version would lie where another plugin's do. Pure. */
final class RouteClashes {

    private RouteClashes() {}

    static List<FieldError> of(Candidate candidate, Collection<StoredVersion> published) {
        Optional<String> wanted = first(candidate.manifest().web().routePrefix());
        if (wanted.isEmpty()) {
            return List.of();
        }
        return published.stream()
                .filter(version ->
                        !version.manifest().id().equals(candidate.manifest().id()))
                .filter(version -> first(version.manifest().web().routePrefix()).equals(wanted))
                .map(version -> version.manifest().id())
                .distinct()
                .map(other -> new FieldError(
                        "/web/routePrefix",
                        "'/" + wanted.get() + "' is where the pages of the plugin " + other + " lie"))
                .toList();
    }

    /** The part of a path by which pages are told apart. */
    private static Optional<String> first(@Nullable String prefix) {
        return prefix == null || prefix.length() < 2
                ? Optional.empty()
                : Optional.of(prefix.substring(1).split("/", 2)[0]);
    }
}
