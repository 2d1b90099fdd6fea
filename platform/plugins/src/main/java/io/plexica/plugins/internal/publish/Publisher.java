package io.plexica.plugins.internal.publish;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.check.Inspection;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.runtime.Convergence;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.PluginWorker;
import io.plexica.plugins.internal.runtime.PreparedPlugin;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.settings.RegistrySettings;
import io.plexica.plugins.internal.store.ArtifactStore;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.plugins.internal.store.VersionStore;
import io.plexica.plugins.internal.store.WithdrawnJars;
import io.plexica.plugins.internal.trust.Signatures.Signed;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.PluginPermissions;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.identity.Principal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The one way onto the platform. A version runs before it is recorded and is recorded before a route leads to it: what is
 * refused at any step leaves nothing behind. Safe for all threads.
 */
@Component(service = Publisher.class)
public final class Publisher {

    private static final String ACTION = "core.plugin.published";
    private static final String VERSION_EXISTS = "version-exists";

    private final Convergence convergence;
    private final PluginWorker worker;
    private final PluginRuntime runtime;
    private final VersionStore versions;
    private final ArtifactStore artifacts;
    private final WithdrawnJars withdrawn;
    private final PluginPermissions permissions;
    private final SnapshotTenants snapshotTenants;
    private final PluginsSettings settings;
    private final RegistrySettings registrySettings;
    private final Database database;
    private final AuditLog audit;

    /** Publishes through the worker. */
    @Activate
    public Publisher(
            @Reference Convergence convergence,
            @Reference PluginWorker worker,
            @Reference PluginRuntime runtime,
            @Reference VersionStore versions,
            @Reference ArtifactStore artifacts,
            @Reference InstallationStore installations,
            @Reference WithdrawnJars withdrawn,
            @Reference PluginPermissions permissions,
            @Reference PluginSchemas schemas,
            @Reference PluginsSettings settings,
            @Reference RegistrySettings registrySettings,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.settings = settings;
        this.registrySettings = registrySettings;
        this.convergence = convergence;
        this.worker = worker;
        this.runtime = runtime;
        this.versions = versions;
        this.artifacts = artifacts;
        this.withdrawn = withdrawn;
        this.permissions = permissions;
        this.snapshotTenants = new SnapshotTenants(installations, schemas, permissions);
        this.database = database;
        this.audit = audit;
    }

    /**
     * Publishes a jar, in the caller's context.
     *
     * @param source where it came from, as {@link StoredVersion#source} says
     * @throws PlexicaException {@code plugin-invalid} with everything that is wrong; {@code conflict} when the version is
     *     there with other bytes
     */
    public Published publish(Path jar, String source) {
        convergence.awaitSettled();
        Inspection inspection = inspect(jar);
        try {
            Signed signed = SignatureCheck.of(inspection, jar, registrySettings.current());
            return worker.call(() -> publish(inspection, signed, jar, source));
        } catch (PlexicaException e) {
            audit.recordFailure(null, ACTION, "plugin", name(inspection, jar), PluginCheck.inWords(e));
            throw e;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The plugin could not be published", e);
        }
    }

    private Inspection inspect(Path jar) {
        try {
            return runtime.check().inspect(jar);
        } catch (IOException e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The jar cannot be read: " + e.getMessage(), e);
        }
    }

    private Published publish(Inspection inspection, Signed signed, Path jar, String source) {
        List<FieldError> problems = problems(inspection, signed);
        Candidate candidate = inspection.candidate();
        if (candidate == null || !problems.isEmpty()) {
            throw PluginCheck.refusal(problems);
        }
        Optional<StoredVersion> existing = runtime.registry().find(candidate.ref());
        if (existing.isPresent()) {
            StoredVersion version = existing.get();
            boolean same = version.digest().equals(candidate.digest());
            boolean stopped = version.state().isQuarantined();
            if (same && (stopped || runtime.registry().running(version.ref()).isPresent())) {
                Transactions.alone(database, () -> withdrawn.forget(candidate.digest()));
                return new Published(version, false);
            }
            if (!same && !candidate.manifest().version().isSnapshot()) {
                throw PlexicaException.conflict(VERSION_EXISTS, otherBytes(candidate));
            }
        }
        return start(candidate, existing.orElse(null), jar, new Origin(source, signed.signer()));
    }

    /**
     * Finds out what publishing a jar would meet. Nothing is published, and none of its code runs.
     *
     * @param look what to look at in a jar that could be started
     */
    public <T> Examined<T> examine(Path jar, BiFunction<Candidate, ClassLoader, T> look) {
        convergence.awaitSettled();
        Inspection inspection = inspect(jar);
        try {
            Signed signed = SignatureCheck.of(inspection, jar, registrySettings.current());
            return worker.call(() -> examine(inspection, signed, jar, look));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The plugin could not be examined", e);
        }
    }

    private <T> Examined<T> examine(
            Inspection inspection, Signed signed, Path jar, BiFunction<Candidate, ClassLoader, T> look) {
        List<FieldError> problems = problems(inspection, signed);
        Candidate candidate = inspection.candidate();
        if (candidate == null || !problems.isEmpty()) {
            return new Examined<>(candidate, problems, null, false, null);
        }
        StoredVersion there = runtime.registry().find(candidate.ref()).orElse(null);
        boolean same = there != null && there.digest().equals(candidate.digest());
        boolean replaces = there != null && !same;
        if (replaces && !candidate.manifest().version().isSnapshot()) {
            String conflict = VERSION_EXISTS + ": " + otherBytes(candidate);
            return new Examined<>(candidate, List.of(), conflict, false, null);
        }
        RunningPlugin running =
                same ? runtime.registry().running(candidate.ref()).orElse(null) : null;
        if (running != null) {
            T seen = look.apply(candidate, running.hosted().loader());
            return new Examined<>(candidate, List.of(), null, false, seen);
        }
        try {
            T seen = runtime.examine(candidate, jar, loader -> look.apply(candidate, loader));
            return new Examined<>(candidate, List.of(), null, replaces, seen);
        } catch (PlexicaException e) {
            if (e.code() != ErrorCode.PLUGIN_INVALID) {
                throw e;
            }
            return new Examined<>(candidate, e.errors(), null, replaces, null);
        }
    }

    private static String otherBytes(Candidate candidate) {
        return candidate.ref() + " is published with other bytes; give the new ones another version";
    }

    /** All that can be said against a jar before it is tried. */
    private List<FieldError> problems(Inspection inspection, Signed signed) {
        List<FieldError> problems = new ArrayList<>(inspection.problems());
        problems.addAll(PluginCheck.plain(signed.problems()));
        Candidate candidate = inspection.candidate();
        if (candidate != null) {
            problems.addAll(PluginCheck.plain(runtime.apiClashes(candidate)));
            Stream.of(clashes(candidate), strange(candidate))
                    .flatMap(List::stream)
                    .map(inspection.lines()::located)
                    .forEach(problems::add);
        }
        return problems;
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

    private Published start(Candidate candidate, @Nullable StoredVersion replaced, Path jar, Origin origin) {
        RunningPlugin plugin = serve(runtime.prepare(candidate, jar), replaced != null);
        try {
            StoredVersion stored = Transactions.alone(database, () -> store(plugin, replaced, jar, origin));
            runtime.add(stored, plugin);
            return new Published(stored, true);
        } catch (RuntimeException e) {
            runtime.abandon(plugin);
            throw e;
        }
    }

    /** The tables come first: a snapshot that replaces another is called as soon as it is served. */
    private RunningPlugin serve(PreparedPlugin plugin, boolean replacing) {
        try {
            if (replacing) {
                snapshotTenants.migrate(plugin);
            }
            return runtime.serve(plugin);
        } catch (RuntimeException e) {
            runtime.discard(plugin);
            throw e;
        }
    }

    private StoredVersion store(RunningPlugin plugin, @Nullable StoredVersion replaced, Path jar, Origin origin) {
        Candidate candidate = plugin.candidate();
        artifacts.put(candidate.digest(), jar);
        if (replaced == null) {
            versions.insert(candidate, origin.source(), origin.signer(), publisher());
        } else {
            versions.replace(candidate, origin.source(), origin.signer(), publisher());
            artifacts.removeUnused(replaced.digest());
            snapshotTenants.register(replaced, plugin.prepared());
        }
        withdrawn.forget(candidate.digest());
        audit.record(
                null,
                ACTION,
                "plugin",
                candidate.ref().toString(),
                replaced == null ? null : Map.of("digest", replaced.digest()),
                Map.of("digest", candidate.digest(), "source", origin.source()));
        return versions.find(candidate.ref()).orElseThrow();
    }

    private static String publisher() {
        Principal principal = Contexts.require().principal();
        return principal == null ? "system" : principal.email();
    }

    private static String name(Inspection inspection, Path jar) {
        Candidate candidate = inspection.candidate();
        return candidate == null
                ? String.valueOf(jar.getFileName())
                : candidate.ref().toString();
    }

    /** Where bytes come from, and who signed them. */
    private record Origin(String source, @Nullable String signer) {}
}
