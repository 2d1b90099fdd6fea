package io.plexica.plugins.internal.runtime;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.store.ArtifactStore;
import io.plexica.plugins.internal.store.StoredVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts versions that are published and do not run, from the artifact store. Safe for all threads but the worker's. */
final class VersionRestarts {

    private static final Logger LOG = LoggerFactory.getLogger(VersionRestarts.class);

    private final PluginWorker worker;
    private final Launcher launcher;
    private final PluginRuntime runtime;
    private final ArtifactStore artifacts;

    VersionRestarts(PluginWorker worker, Launcher launcher, PluginRuntime runtime, ArtifactStore artifacts) {
        this.worker = worker;
        this.launcher = launcher;
        this.runtime = runtime;
        this.artifacts = artifacts;
    }

    /** Whether exactly this is published, as far as this node knows, should run and does not. */
    boolean isMissing(StoredVersion version) {
        return !version.state().isQuarantined()
                && !runtime.registry().isUp(version)
                && runtime.registry()
                        .find(version.ref())
                        .filter(known -> known.digest().equals(version.digest()))
                        .filter(known -> !known.state().isQuarantined())
                        .isPresent();
    }

    /** Starts a version, in the plugin's turn; why one cannot run is remembered. */
    void start(StoredVersion version) {
        try {
            Path jar = Files.createTempFile("plexica-stored", ".jar");
            try {
                artifacts.copy(version.digest(), jar);
                start(version, jar);
            } finally {
                Files.deleteIfExists(jar);
            }
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.UNAVAILABLE) {
                throw e;
            }
            failed(version, PluginCheck.inWords(e), e);
        } catch (IOException | UncheckedIOException e) {
            failed(version, "Its jar cannot be written to a temporary file: " + e.getMessage(), e);
        }
    }

    /** What was withdrawn, stopped or replaced while it started is not what should run any more; others look after that. */
    private void start(StoredVersion version, Path jar) throws IOException {
        Candidate candidate = runtime.check().check(jar);
        try {
            launcher.launch(candidate, jar, plugin -> {
                if (!isMissing(version)) {
                    throw PlexicaException.conflict("version-moved", version.ref() + " is not wanted any more");
                }
                runtime.add(runtime.registry().find(version.ref()).orElse(version), runtime.serve(plugin));
                return Boolean.TRUE;
            });
            LOG.info("{} is up", version.ref());
        } catch (RuntimeException | IOException e) {
            throw e;
        } catch (Exception e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, version.ref() + " could not be started", e);
        }
    }

    private void failed(StoredVersion version, String reason, Exception cause) {
        worker.run(() -> {
            if (isMissing(version) && runtime.addBroken(version, reason)) {
                LOG.error("{} does not run: {}", version.ref(), reason, cause);
            }
        });
    }
}
