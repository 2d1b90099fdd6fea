package io.plexica.plugins.internal.publish;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.check.Inspection;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.VersionStore;
import io.plexica.plugins.internal.trust.Signatures.Signed;
import io.plexica.spi.authorization.PluginPermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a jar may come beside what there is at the moment. Asked before it starts, and again before it serves. */
final class PublicationAdmission {

    private static final String VERSION_EXISTS = "version-exists";

    private final PluginRuntime runtime;
    private final VersionStore versions;
    private final PluginPermissions permissions;
    private final PluginsSettings settings;

    PublicationAdmission(
            PluginRuntime runtime, VersionStore versions, PluginPermissions permissions, PluginsSettings settings) {
        this.runtime = runtime;
        this.versions = versions;
        this.permissions = permissions;
        this.settings = settings;
    }

    /**
     * What is published under the jar's name; empty when nothing is.
     *
     * @throws PlexicaException {@code plugin-invalid} with everything that is wrong; {@code conflict} when the version is
     *     there with other bytes
     */
    Optional<StoredVersion> demand(Inspection inspection, Signed signed) {
        List<FieldError> problems = problems(inspection, signed);
        Candidate candidate = inspection.candidate();
        if (candidate == null || !problems.isEmpty()) {
            throw PluginCheck.refusal(problems);
        }
        Optional<StoredVersion> existing = runtime.registry().find(candidate.ref());
        existing.filter(version -> !mayReplace(candidate, version)).ifPresent(version -> {
            throw PlexicaException.conflict(VERSION_EXISTS, otherBytes(candidate));
        });
        return existing;
    }

    /**
     * The same for a jar that has started since.
     *
     * @param before what was published under its name when it was admitted
     * @throws PlexicaException as {@link #demand} does; {@code conflict} also when it has been withdrawn or stopped
     */
    Optional<StoredVersion> demandStill(Inspection inspection, Signed signed, Optional<StoredVersion> before) {
        Optional<StoredVersion> now = demand(inspection, signed);
        Candidate candidate = inspection.candidate();
        if (before.isPresent() && now.isEmpty()) {
            throw PlexicaException.conflict(
                    "version-withdrawn",
                    before.get().ref() + " was withdrawn while it started; publish it again if it is to come back");
        }
        now.filter(version -> candidate != null && version.digest().equals(candidate.digest()))
                .filter(version -> version.state().isQuarantined())
                .ifPresent(version -> {
                    throw PlexicaException.conflict(
                            "version-status", version.ref() + " was stopped while it started; release it first");
                });
        return now;
    }

    /** Why a jar cannot come beside what is there; empty when it can. */
    Optional<String> conflict(Candidate candidate, Optional<StoredVersion> existing) {
        return existing.filter(version -> !mayReplace(candidate, version))
                .map(version -> VERSION_EXISTS + ": " + otherBytes(candidate));
    }

    /** All that can be said against a jar before it is tried; that of bytes that are published, less. */
    List<FieldError> problems(Inspection inspection, Signed signed) {
        Candidate candidate = inspection.candidate();
        List<FieldError> problems =
                new ArrayList<>(isPublished(candidate) ? inspection.problems() : inspection.allProblems());
        problems.addAll(PluginCheck.plain(signed.problems()));
        if (candidate != null) {
            problems.addAll(PluginCheck.plain(runtime.apiClashes(candidate)));
            Stream.of(
                            clashes(candidate),
                            RouteClashes.of(candidate, runtime.registry().allVersions()),
                            strange(candidate))
                    .flatMap(List::stream)
                    .map(inspection.lines()::located)
                    .forEach(problems::add);
        }
        return problems;
    }

    private boolean isPublished(@Nullable Candidate candidate) {
        return candidate != null
                && runtime.registry()
                        .find(candidate.ref())
                        .filter(version -> version.digest().equals(candidate.digest()))
                        .isPresent();
    }

    private static boolean mayReplace(Candidate candidate, StoredVersion version) {
        return version.digest().equals(candidate.digest())
                || candidate.manifest().version().isSnapshot();
    }

    private static String otherBytes(Candidate candidate) {
        return candidate.ref() + " is published with other bytes; give the new ones another version";
    }

    private List<FieldError> clashes(Candidate candidate) {
        return Clashes.of(
                candidate,
                versions.symbolicNames(),
                runtime.foreigner(candidate.symbolicName()),
                runtime.registry().versions(candidate.manifest().id()),
                permissions.clashes(candidate.manifest()));
    }

    private List<FieldError> strange(Candidate candidate) {
        String id = candidate.manifest().id();
        return settings.serves(id)
                ? List.of()
                : List.of(
                        new FieldError("/id", "is not among the plugins of this deployment (PLEXICA_PLUGINS): " + id));
    }
}
