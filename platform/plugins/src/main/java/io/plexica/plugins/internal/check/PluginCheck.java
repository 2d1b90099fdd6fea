package io.plexica.plugins.internal.check;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.archive.ArchiveContents;
import io.plexica.plugins.internal.archive.ArchiveLimits;
import io.plexica.plugins.internal.archive.ArchiveScan;
import io.plexica.plugins.internal.archive.ClassFacts;
import io.plexica.plugins.internal.manifest.ManifestReader;
import io.plexica.plugins.internal.manifest.ManifestResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** All checks that need nothing but the jar, run together, so that a refusal names everything. Safe for all threads. */
public final class PluginCheck {

    private final ManifestReader manifests;
    private final ArchiveLimits limits;
    private final Version platform;

    /** Checks for a platform of a version. */
    public PluginCheck(ManifestReader manifests, ArchiveLimits limits, Version platform) {
        this.manifests = manifests;
        this.limits = limits;
        this.platform = platform;
    }

    /**
     * Checks a jar.
     *
     * @throws PlexicaException {@code plugin-invalid} with everything that is wrong
     */
    public Candidate check(Path file) throws IOException {
        return check(ArchiveScan.scan(file, limits));
    }

    /** Checks a jar that was read before. */
    public Candidate check(ArchiveContents jar) {
        if (jar.names().isEmpty() && !jar.problems().isEmpty()) {
            throw refusal(plain(jar.problems()));
        }
        List<FieldError> problems = new ArrayList<>(plain(jar.problems()));
        ManifestResult read = jar.manifest()
                .map(manifests::read)
                .orElseGet(() -> new ManifestResult(
                        null,
                        java.util.Map.of(),
                        List.of(new FieldError("", "The jar is no plugin: it has no " + ArchiveContents.MANIFEST))));
        problems.addAll(read.problems());
        List<String> sentences = new ArrayList<>(HeaderCheck.problems(jar));
        List<ComponentDescription> components = ComponentXml.read(jar, sentences::add);
        sentences.addAll(ClassCheck.problems(jar));
        sentences.addAll(new ComponentCheck(jar).problems(components));
        PluginManifest manifest = read.manifest();
        if (manifest != null) {
            sentences.addAll(HeaderCheck.versionProblems(jar, manifest.version()));
            problems.addAll(ContentCheck.problems(jar, manifest));
            problems.addAll(platformProblems(manifest));
        }
        problems.addAll(plain(sentences));
        if (manifest == null || !problems.isEmpty()) {
            throw refusal(problems);
        }
        return new Candidate(
                manifest,
                read.raw(),
                jar.digest(),
                jar.size(),
                HeaderCheck.symbolicName(jar),
                Version.parseVersion(manifest.version().toOsgi()).toString(),
                jar.classes().stream()
                        .filter(ClassFacts::isPersistent)
                        .map(ClassFacts::name)
                        .distinct()
                        .toList(),
                components,
                ContentCheck.migrationsDigest(jar, manifest));
    }

    /** A refusal of a jar, with everything that is wrong. */
    public static PlexicaException refusal(List<FieldError> problems) {
        String detail = problems.size() == 1
                ? inOneLine(problems.get(0))
                : "The plugin has " + problems.size() + " problems; see errors";
        return new PlexicaException(ErrorCode.PLUGIN_INVALID, detail).withErrors(problems);
    }

    /** The same for sentences that are about no part of the manifest. */
    public static List<FieldError> plain(List<String> sentences) {
        return sentences.stream().map(sentence -> new FieldError("", sentence)).toList();
    }

    /** A problem with the place it is about. */
    public static String inOneLine(FieldError problem) {
        return problem.pointer().isEmpty()
                ? problem.message()
                : "plugin.json " + problem.pointer() + " " + problem.message();
    }

    private List<FieldError> platformProblems(PluginManifest manifest) {
        String range = manifest.platform();
        if (range == null || VersionRange.valueOf(range.strip()).includes(platform)) {
            return List.of();
        }
        return List.of(new FieldError(
                "/platform", "needs a platform of version " + range + ", but this is " + platform));
    }
}
