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
import io.plexica.plugins.internal.store.ArtifactStore;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.plugins.internal.store.VersionStore;
import io.plexica.plugins.internal.store.WithdrawnJars;
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

    private final Convergence convergence;
    private final PluginWorker worker;
    private final PluginRuntime runtime;
    private final VersionStore versions;
    private final ArtifactStore artifacts;
    private final WithdrawnJars withdrawn;
    private final PluginPermissions permissions;
    private final SnapshotTenants snapshotTenants;
    private final PluginsSettings settings;
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
            @Reference Database database,
            @Reference AuditLog audit) {
        this.settings = settings;
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
            return worker.call(() -> publish(inspection, jar, source));
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

    private Published publish(Inspection inspection, Path jar, String source) {
        List<FieldError> problems = new ArrayList<>(inspection.problems());
        Candidate candidate = inspection.candidate();
        if (candidate != null) {
            problems.addAll(clashes(candidate));
            problems.addAll(strange(candidate));
            problems.addAll(PluginCheck.plain(runtime.apiClashes(candidate)));
        }
        if (candidate == null || !problems.isEmpty()) {
            throw PluginCheck.refusal(problems);
        }
        Optional<StoredVersion> existing = runtime.registry().find(candidate.ref());
        if (existing.isPresent()) {
            StoredVersion version = existing.get();
            boolean same = version.digest().equals(candidate.digest());
            if (same && runtime.registry().running(version.ref()).isPresent()) {
                Transactions.alone(database, () -> withdrawn.forget(candidate.digest()));
                return new Published(version, false);
            }
            if (!same && !candidate.manifest().version().isSnapshot()) {
                throw PlexicaException.conflict(
                        "version-exists",
                        candidate.ref() + " is published with other bytes; give the new ones another version");
            }
        }
        return start(candidate, existing.orElse(null), jar, source);
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

    private Published start(Candidate candidate, @Nullable StoredVersion replaced, Path jar, String source) {
        RunningPlugin plugin = serve(runtime.prepare(candidate, jar), replaced != null);
        try {
            StoredVersion stored = Transactions.alone(database, () -> store(plugin, replaced, jar, source));
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

    private StoredVersion store(RunningPlugin plugin, @Nullable StoredVersion replaced, Path jar, String source) {
        Candidate candidate = plugin.candidate();
        artifacts.put(candidate.digest(), jar);
        if (replaced == null) {
            versions.insert(candidate, source, publisher());
        } else {
            versions.replace(candidate, source, publisher());
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
                Map.of("digest", candidate.digest(), "source", source));
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
}
