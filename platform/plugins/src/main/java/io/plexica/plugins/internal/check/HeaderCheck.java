package io.plexica.plugins.internal.check;

import io.plexica.api.manifest.SemanticVersion;
import io.plexica.plugins.internal.archive.ArchiveContents;
import io.plexica.plugins.internal.archive.HeaderClause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** What a plugin's bundle may say of itself. */
final class HeaderCheck {

    private static final Map<String, String> FORBIDDEN = forbidden();

    /** Extenders that a plugin may ask for. */
    private static final Set<String> EXTENDERS = Set.of("osgi.component", "io.plexica.plugin");

    private static final Pattern SYMBOLIC_NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    private static final Set<String> CAPABILITIES =
            Set.of("osgi.ee", "osgi.extender", "osgi.service", "osgi.contract", "osgi.unresolvable");

    private HeaderCheck() {}

    static List<String> problems(ArchiveContents jar, Predicate<String> mayImport) {
        List<String> problems = new ArrayList<>();
        if (symbolicName(jar).isEmpty()) {
            problems.add("The jar is no OSGi bundle: it has no Bundle-SymbolicName");
        } else if (!SYMBOLIC_NAME.matcher(symbolicName(jar)).matches()) {
            problems.add("The Bundle-SymbolicName must be words of letters, digits, _ and - with dots between");
        } else if (isFrameworks(symbolicName(jar))) {
            problems.add("The Bundle-SymbolicName is that of the framework itself");
        }
        if (!"2".equals(jar.header("Bundle-ManifestVersion"))) {
            problems.add("The header Bundle-ManifestVersion must be 2");
        }
        FORBIDDEN.forEach((header, why) -> {
            if (jar.header(header) != null) {
                problems.add("The header " + header + " is not possible in a plugin: " + why);
            }
        });
        for (HeaderClause clause : HeaderClause.parse(jar.header("Bundle-SymbolicName"))) {
            if (clause.parameter("singleton:").equals("true")) {
                problems.add("The bundle is a singleton, but several versions of a plugin run side by side");
            }
        }
        problems.addAll(capabilities(jar));
        problems.addAll(imports(jar, mayImport));
        problems.addAll(classPath(jar));
        return problems;
    }

    /** Whether the bundle's version is the image of the manifest's. */
    static List<String> versionProblems(ArchiveContents jar, SemanticVersion version) {
        String wanted = version.toOsgi();
        String stated = jar.header("Bundle-Version");
        Version found = parse(stated == null ? "0.0.0" : stated);
        return found != null && found.equals(parse(wanted))
                ? List.of()
                : List.of("The Bundle-Version is '" + stated + "', but the manifest's version " + version + " is '"
                        + wanted + "' in OSGi");
    }

    static String symbolicName(ArchiveContents jar) {
        List<HeaderClause> clauses = HeaderClause.parse(jar.header("Bundle-SymbolicName"));
        return clauses.isEmpty() ? "" : clauses.get(0).name();
    }

    /** By this name a framework knows itself, whatever else it is called: it ends when such a bundle is refreshed. */
    static boolean isFrameworks(String symbolicName) {
        return symbolicName.equals(Constants.SYSTEM_BUNDLE_SYMBOLICNAME);
    }

    private static List<String> capabilities(ArchiveContents jar) {
        List<String> problems = new ArrayList<>();
        for (HeaderClause clause : HeaderClause.parse(jar.header("Require-Capability"))) {
            boolean known = CAPABILITIES.contains(clause.name());
            boolean extender = clause.name().equals("osgi.extender")
                    && EXTENDERS.stream()
                            .noneMatch(name -> clause.parameter("filter:").contains("=" + name + ")"));
            if (!known || extender) {
                problems.add("Require-Capability asks for " + clause.name() + " " + clause.parameter("filter:")
                        + ", which no plugin may use");
            }
        }
        for (HeaderClause clause : HeaderClause.parse(jar.header("Provide-Capability"))) {
            if (!clause.name().equals("osgi.service")) {
                problems.add("Provide-Capability offers " + clause.name() + "; a plugin offers services only");
            }
        }
        return problems;
    }

    private static List<String> imports(ArchiveContents jar, Predicate<String> mayImport) {
        return HeaderClause.parse(jar.header("Import-Package")).stream()
                .map(HeaderClause::name)
                .distinct()
                .filter(name -> !mayImport.test(name))
                .map(AllowedPackages::refusal)
                .toList();
    }

    /** What is not there is passed over by the framework, and its classes are missing later. */
    private static List<String> classPath(ArchiveContents jar) {
        List<String> problems = new ArrayList<>();
        for (HeaderClause clause : HeaderClause.parse(jar.header("Bundle-ClassPath"))) {
            String path = clause.name().replaceAll("^/+", "");
            if (path.isEmpty() || path.equals(".")) {
                continue;
            }
            String entry = "The Bundle-ClassPath names '" + clause.name() + "', which ";
            if (List.of(path.split("/", -1)).contains("..")) {
                problems.add(entry + "leads out of the jar");
            } else if (!jar.has(path)) {
                problems.add(entry + "is not in the jar");
            } else if (jar.names().contains(path) && !path.endsWith("/") && !path.endsWith(".jar")) {
                problems.add(entry + "is neither a folder nor a file that ends in .jar");
            }
        }
        return problems;
    }

    private static @Nullable Version parse(String text) {
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Map<String, String> forbidden() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Bundle-Activator", "write a DS component or a PluginLifecycle instead");
        headers.put("Fragment-Host", "a plugin does not reach into other bundles");
        headers.put("Require-Bundle", "import packages instead");
        headers.put("DynamicImport-Package", "what is imported must be known beforehand");
        headers.put("Bundle-NativeCode", "native code cannot be unloaded");
        headers.put("Export-Package", "types for other plugins live in an API bundle of their own");
        headers.put("Bundle-Blueprint", "components are written with DS");
        headers.put("Meta-Persistence", "the platform builds the persistence unit; leave persistence.xml out");
        headers.put("Karaf-Commands", "plugins have no shell commands");
        headers.put("Web-ContextPath", "plugins have no servlets");
        headers.put("SPI-Consumer", "plugins find services through DS");
        headers.put("SPI-Provider", "plugins offer services through DS");
        headers.put("Launcher-Agent-Class", "a plugin is no agent");
        headers.put("Premain-Class", "a plugin is no agent");
        headers.put("Agent-Class", "a plugin is no agent");
        return headers;
    }
}
