package io.plexica.plugins.internal.check;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.archive.ArchiveContents;
import io.plexica.plugins.internal.archive.ArchiveLimits;
import io.plexica.plugins.internal.archive.ArchiveScan;
import io.plexica.plugins.internal.archive.ClassFacts;
import io.plexica.plugins.internal.manifest.ManifestLines;
import io.plexica.plugins.internal.manifest.ManifestReader;
import io.plexica.plugins.internal.manifest.ManifestResult;
import io.plexica.spi.jobs.Schedules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** All checks that need nothing but the jar, run together, so that a refusal names everything. Safe for all threads. */
public final class PluginCheck {

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\n\\t]]");

    private final ManifestReader manifests;
    private final ArchiveLimits limits;
    private final Version platform;
    private final Supplier<Set<String>> apis;
    private final Schedules schedules;

    /** Checks for a platform of a version, without any API bundles. */
    public PluginCheck(ManifestReader manifests, ArchiveLimits limits, Version platform) {
        this(manifests, limits, platform, Set::of, schedule -> null);
    }

    /**
     * Checks for a platform of a version.
     *
     * @param apis the packages of the API bundles that are installed at the moment
     * @param schedules tells what is wrong with the times of jobs
     */
    public PluginCheck(
            ManifestReader manifests,
            ArchiveLimits limits,
            Version platform,
            Supplier<Set<String>> apis,
            Schedules schedules) {
        this.apis = apis;
        this.schedules = schedules;
        this.manifests = manifests;
        this.limits = limits;
        this.platform = platform;
    }

    /**
     * Checks a jar that was taken before: rules that have come since do not keep it from coming back.
     *
     * @throws PlexicaException {@code plugin-invalid} with everything that is wrong
     */
    public Candidate check(Path file) throws IOException {
        Inspection inspection = inspect(file);
        Candidate candidate = inspection.candidate();
        if (candidate == null || !inspection.problems().isEmpty()) {
            throw refusal(inspection.problems());
        }
        return candidate;
    }

    /** Looks at a jar and reports everything that is wrong, so that more problems can be added. */
    public Inspection inspect(Path file) throws IOException {
        return inspect(ArchiveScan.scan(file, limits));
    }

    private Inspection inspect(ArchiveContents jar) {
        if (jar.names().isEmpty()) {
            return new Inspection(
                    null,
                    plain(jar.problems().isEmpty() ? List.of("The jar is empty") : jar.problems()),
                    List.of(),
                    ManifestLines.NONE);
        }
        List<String> sentences = new ArrayList<>(jar.problems());
        Predicate<String> mayImport = importable(jar);
        sentences.addAll(HeaderCheck.problems(jar, mayImport));
        sentences.addAll(new ApiCheck(jar, mayImport).problems());
        List<ComponentDescription> components = ComponentXml.read(jar, sentences::add);
        sentences.addAll(ClassCheck.problems(jar));
        ComponentCheck componentCheck = new ComponentCheck(jar, mayImport);
        sentences.addAll(componentCheck.problems(components));
        ManifestResult read = readManifest(jar);
        List<FieldError> problems = new ArrayList<>(read.problems());
        List<FieldError> anew = new ArrayList<>();
        PluginManifest manifest = read.manifest();
        if (manifest != null) {
            sentences.addAll(HeaderCheck.versionProblems(jar, manifest.version()));
            problems.addAll(ContentCheck.problems(jar, manifest));
            problems.addAll(ServiceCheck.problems(jar, manifest, components));
            sentences.addAll(EventCheck.problems(manifest, components));
            sentences.addAll(JobCheck.problems(manifest, components));
            problems.addAll(JobCheck.timeProblems(manifest, schedules));
            problems.addAll(platformProblems(manifest));
            anew.addAll(plain(componentCheck.unmakeable(components)));
            anew.addAll(plain(ClassCheck.hidden(jar)));
            anew.addAll(PermissionCheck.problems(manifest, jar.classes()));
            anew.addAll(ContentCheck.entitiesWithoutTables(jar, manifest));
        }
        problems.addAll(plain(sentences));
        ManifestLines lines = jar.manifest().map(ManifestLines::of).orElse(ManifestLines.NONE);
        return new Inspection(
                manifest == null ? null : candidate(jar, manifest, read, components),
                located(problems, lines),
                located(anew, lines),
                lines);
    }

    private static List<FieldError> located(List<FieldError> problems, ManifestLines lines) {
        return problems.stream().map(lines::located).map(PluginCheck::printable).toList();
    }

    /** What every plugin may import, and the packages of API bundles that are carried or installed. */
    private Predicate<String> importable(ArchiveContents jar) {
        Set<String> carried = ApiCheck.packages(jar);
        Set<String> installed = apis.get();
        return name -> AllowedPackages.mayImport(name) || carried.contains(name) || installed.contains(name);
    }

    private ManifestResult readManifest(ArchiveContents jar) {
        return jar.manifest().map(manifests::read).orElseGet(() -> {
            FieldError missing = new FieldError("", "The jar is no plugin: it has no " + ArchiveContents.MANIFEST);
            return new ManifestResult(null, Map.of(), List.of(missing));
        });
    }

    private static Candidate candidate(
            ArchiveContents jar, PluginManifest manifest, ManifestResult read, List<ComponentDescription> components) {
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
                jar.apis(),
                ContentCheck.migrationsDigest(jar, manifest));
    }

    /** A refusal of a jar, with everything that is wrong. */
    public static PlexicaException refusal(List<FieldError> found) {
        List<FieldError> problems = found.stream().map(PluginCheck::printable).toList();
        String detail = problems.size() == 1
                ? inOneLine(problems.get(0))
                : "The plugin has " + problems.size() + " problems; see errors";
        return new PlexicaException(ErrorCode.PLUGIN_INVALID, detail).withErrors(problems);
    }

    /** Sentences quote the jar; what is refused for its characters must not get into logs and tables with the refusal. */
    private static FieldError printable(FieldError problem) {
        return new FieldError(printable(problem.pointer()), printable(problem.message()));
    }

    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
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

    /** A refusal with all its reasons in one sentence. */
    public static String inWords(PlexicaException refusal) {
        return refusal.errors().isEmpty()
                ? refusal.detail()
                : refusal.errors().stream().map(PluginCheck::inOneLine).collect(Collectors.joining("; "));
    }

    private List<FieldError> platformProblems(PluginManifest manifest) {
        String range = manifest.platform();
        if (range == null || VersionRange.valueOf(range.strip()).includes(platform)) {
            return List.of();
        }
        return List.of(
                new FieldError("/platform", "needs a platform of version " + range + ", but this is " + platform));
    }
}
