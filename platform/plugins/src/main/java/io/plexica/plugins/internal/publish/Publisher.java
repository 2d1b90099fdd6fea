package io.plexica.plugins.internal.publish;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.check.Inspection;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.runtime.Convergence;
import io.plexica.plugins.internal.runtime.Launcher;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The one way onto the platform. A version runs before it is recorded and is recorded before a route leads to it: what is
 * refused at any step leaves nothing behind. One that takes its time to start holds up other versions of the same plugin, and
 * nobody else. Safe for all threads.
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
    private final Launcher launcher;
    private final PublicationAdmission admission;
    private final SnapshotTenants snapshotTenants;
    private final RegistrySettings registrySettings;
    private final Database database;
    private final AuditLog audit;

    /** Publishes through the worker and, as far as a jar's own code runs, beside it. */
    @Activate
    public Publisher(
            @Reference Convergence convergence,
            @Reference PluginWorker worker,
            @Reference Launcher launcher,
            @Reference PluginRuntime runtime,
            @Reference VersionStore versions,
            @Reference ArtifactStore artifacts,
            @Reference InstallationStore installations,
            @Reference Replacements replacements,
            @Reference WithdrawnJars withdrawn,
            @Reference PluginPermissions permissions,
            @Reference PluginSchemas schemas,
            @Reference PluginsSettings settings,
            @Reference RegistrySettings registrySettings,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.registrySettings = registrySettings;
        this.convergence = convergence;
        this.worker = worker;
        this.runtime = runtime;
        this.versions = versions;
        this.artifacts = artifacts;
        this.withdrawn = withdrawn;
        this.launcher = launcher;
        this.admission = new PublicationAdmission(runtime, versions, permissions, settings);
        this.snapshotTenants = new SnapshotTenants(replacements, installations, schemas, permissions);
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
    public PublicationOutcome publish(Path jar, String source) {
        convergence.awaitSettled();
        Inspection inspection = inspect(jar);
        try {
            Signed signed = SignatureCheck.of(inspection, jar, registrySettings);
            return publish(inspection, signed, jar, source);
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

    private PublicationOutcome publish(Inspection inspection, Signed signed, Path jar, String source) throws Exception {
        Candidate candidate = inspection.candidate();
        if (candidate == null) {
            throw PluginCheck.refusal(inspection.allProblems());
        }
        return launcher.inTurn(candidate.manifest().id(), () -> {
            Optional<StoredVersion> existing = worker.call(() -> admission.demand(inspection, signed));
            return existing.isPresent() && isThere(existing.get(), candidate)
                    ? new PublicationOutcome(existing.get(), false)
                    : launcher.launch(
                            candidate,
                            jar,
                            new Publication(inspection, signed, existing, jar, new Origin(source, signed.signer())));
        });
    }

    /** The same bytes that run already, or that somebody has stopped, are not started again. */
    private boolean isThere(StoredVersion version, Candidate candidate) {
        boolean there = version.digest().equals(candidate.digest())
                && (version.state().isQuarantined()
                        || runtime.registry().running(version.ref()).isPresent());
        if (there) {
            Transactions.alone(database, () -> withdrawn.forget(candidate.digest()));
        }
        return there;
    }

    /**
     * Finds out what publishing a jar would meet. Nothing is published, and none of its code runs.
     *
     * @param look what to look at in a jar that could be started
     */
    public <T> ExaminedJar<T> examine(Path jar, BiFunction<Candidate, ClassLoader, T> look) {
        convergence.awaitSettled();
        Inspection inspection = inspect(jar);
        Candidate candidate = inspection.candidate();
        try {
            Signed signed = SignatureCheck.of(inspection, jar, registrySettings);
            if (candidate == null) {
                return new ExaminedJar<>(null, admission.problems(inspection, signed), null, false, null);
            }
            return launcher.inTurn(candidate.manifest().id(), () -> {
                launcher.awaitRoom(candidate);
                return worker.call(() -> examine(candidate, admission.problems(inspection, signed), jar, look));
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The plugin could not be examined", e);
        }
    }

    private <T> ExaminedJar<T> examine(
            Candidate candidate, List<FieldError> problems, Path jar, BiFunction<Candidate, ClassLoader, T> look) {
        if (!problems.isEmpty()) {
            return new ExaminedJar<>(candidate, problems, null, false, null);
        }
        Optional<StoredVersion> there = runtime.registry().find(candidate.ref());
        String conflict = admission.conflict(candidate, there).orElse(null);
        if (conflict != null) {
            return new ExaminedJar<>(candidate, List.of(), conflict, false, null);
        }
        boolean replaces = there.filter(version -> !version.digest().equals(candidate.digest()))
                .isPresent();
        RunningPlugin running = replaces || there.isEmpty()
                ? null
                : runtime.registry().running(candidate.ref()).orElse(null);
        if (running != null) {
            T seen = look.apply(candidate, running.hosted().loader());
            return new ExaminedJar<>(candidate, List.of(), null, false, seen);
        }
        try {
            T seen = runtime.examine(candidate, jar, loader -> look.apply(candidate, loader));
            return new ExaminedJar<>(candidate, List.of(), null, replaces, seen);
        } catch (PlexicaException e) {
            if (e.code() != ErrorCode.PLUGIN_INVALID) {
                throw e;
            }
            return new ExaminedJar<>(candidate, e.errors(), null, replaces, null);
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

    /** A jar on its way to be published, once it has started. */
    private final class Publication implements Launcher.Launch<PublicationOutcome> {

        private final Inspection inspection;
        private final Signed signed;
        private final Optional<StoredVersion> before;
        private final Path jar;
        private final Origin origin;

        Publication(Inspection inspection, Signed signed, Optional<StoredVersion> before, Path jar, Origin origin) {
            this.inspection = inspection;
            this.signed = signed;
            this.before = before;
            this.jar = jar;
            this.origin = origin;
        }

        /** The tables come first, if all tenants can have it: a snapshot that replaces another is called as soon as it is served. */
        @Override
        public void prepare(PreparedPlugin plugin) {
            before.ifPresent(version -> {
                if (!version.digest().equals(plugin.candidate().digest())) {
                    snapshotTenants.demandSuited(plugin);
                }
                snapshotTenants.migrate(plugin);
            });
        }

        @Override
        public PublicationOutcome add(PreparedPlugin prepared) {
            StoredVersion replaced =
                    admission.demandStill(inspection, signed, before).orElse(null);
            RunningPlugin plugin = runtime.serve(prepared);
            try {
                StoredVersion stored = Transactions.alone(database, () -> store(plugin, replaced, jar, origin));
                runtime.add(stored, plugin);
                return new PublicationOutcome(stored, true);
            } catch (RuntimeException e) {
                runtime.abandon(plugin);
                throw e;
            }
        }
    }
}
