package io.plexica.plugins.internal.check;

import io.plexica.plugins.internal.archive.ArchiveContents;
import io.plexica.plugins.internal.archive.CarriedApi;
import io.plexica.plugins.internal.archive.ClassFacts;
import io.plexica.plugins.internal.archive.HeaderClause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Version;

/**
 * What the API bundles that a plugin carries may be: types and nothing that runs, in packages of their own, since they stay
 * for as long as the platform runs.
 */
final class ApiCheck {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w-]*(\\.[A-Za-z][\\w-]*)+");
    private static final Map<String, String> FORBIDDEN = forbidden();

    private final ArchiveContents jar;
    private final Predicate<String> mayImport;

    /** Looks at a plugin's jar; importable are the packages that this tells beside its own. */
    ApiCheck(ArchiveContents jar, Predicate<String> mayImport) {
        this.jar = jar;
        this.mayImport = mayImport;
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CarriedApi api : jar.apis()) {
            String name = "The API bundle " + api.path().substring(CarriedApi.FOLDER.length());
            if (api.path().indexOf('/', CarriedApi.FOLDER.length()) >= 0) {
                problems.add(name + " must lie directly in " + CarriedApi.FOLDER);
            }
            if (!seen.add(api.toString())) {
                problems.add(name + " is the second one with the name and version " + api);
            }
            identity(api).forEach(problem -> problems.add(name + problem));
            headers(api).forEach(problem -> problems.add(name + problem));
            packages(api).forEach(problem -> problems.add(name + problem));
        }
        problems.addAll(copies());
        return problems;
    }

    /** The packages that the carried API bundles export. */
    static Set<String> packages(ArchiveContents jar) {
        return jar.apis().stream()
                .flatMap(api -> api.exports().keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> identity(CarriedApi api) {
        List<String> problems = new ArrayList<>();
        if (!NAME.matcher(api.symbolicName()).matches()) {
            problems.add(" needs a Bundle-SymbolicName such as com.example.crm.api, not '" + api.symbolicName() + "'");
        } else if (HeaderCheck.isFrameworks(api.symbolicName())) {
            problems.add(" has the Bundle-SymbolicName of the framework itself");
        }
        if (!"2".equals(api.header("Bundle-ManifestVersion"))) {
            problems.add(" needs the header Bundle-ManifestVersion: 2");
        }
        if (!isVersion(api.version())) {
            problems.add(" has the Bundle-Version '" + api.version() + "', which is none");
        }
        return problems;
    }

    private List<String> headers(CarriedApi api) {
        List<String> problems = new ArrayList<>();
        FORBIDDEN.forEach((header, why) -> {
            if (api.header(header) != null) {
                problems.add(" has the header " + header + ": " + why);
            }
        });
        for (HeaderClause clause : HeaderClause.parse(api.header("Require-Capability"))) {
            if (!clause.name().equals("osgi.ee") && !clause.name().equals("osgi.unresolvable")) {
                problems.add(" requires " + clause.name() + "; types require nothing but a Java");
            }
        }
        HeaderClause.parse(api.header("Import-Package")).stream()
                .map(HeaderClause::name)
                .distinct()
                .filter(name -> !mayImport.test(name) && !api.exports().containsKey(name))
                .forEach(name -> problems.add(" imports the package " + name + ", which no plugin may use"));
        return problems;
    }

    private static List<String> packages(CarriedApi api) {
        List<String> problems = new ArrayList<>();
        Set<String> present = new TreeSet<>();
        for (ClassFacts type : api.classes()) {
            present.add(type.packageName());
            if (type.javaVersion() > ClassCheck.NEWEST_JAVA) {
                problems.add(" holds the class " + type.name() + ", compiled for Java " + type.javaVersion());
            }
        }
        if (api.exports().isEmpty()) {
            problems.add(" exports no package");
        }
        api.exports().forEach((name, version) -> {
            if (version.isEmpty() || !isVersion(version)) {
                problems.add(" exports the package " + name + " without a version");
            }
            if (!present.contains(name)) {
                problems.add(" exports the package " + name + ", of which it holds no class");
            }
        });
        present.addAll(api.exports().keySet());
        present.stream()
                .filter(name -> !isOwn(name, api.symbolicName()) || !AllowedPackages.mayContain(name))
                .forEach(name ->
                        problems.add(" holds the package " + name + "; its packages begin with its symbolic name"));
        return problems;
    }

    /** The plugin's own jar must not hold what its API bundles hold: those would be other types of the same name. */
    private List<String> copies() {
        List<String> problems = new ArrayList<>();
        Set<String> carried = packages(jar);
        jar.classes().stream()
                .map(ClassFacts::packageName)
                .distinct()
                .filter(carried::contains)
                .forEach(name -> problems.add("The bundle holds classes of the package " + name
                        + ", which its API bundle exports; leave them out"));
        HeaderClause.parse(jar.header("Bundle-ClassPath")).stream()
                .map(HeaderClause::name)
                .filter(path -> path.startsWith(CarriedApi.FOLDER))
                .forEach(path -> problems.add("The Bundle-ClassPath names '" + path + "'; an API bundle is imported"));
        return problems;
    }

    private static boolean isOwn(String packageName, String symbolicName) {
        return packageName.equals(symbolicName) || packageName.startsWith(symbolicName + ".");
    }

    private static boolean isVersion(String text) {
        try {
            Version.parseVersion(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, String> forbidden() {
        String noCode = "an API bundle holds types and nothing that runs";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Bundle-Activator", noCode);
        headers.put("Service-Component", noCode);
        headers.put("Bundle-Blueprint", noCode);
        headers.put("Karaf-Commands", noCode);
        headers.put("Meta-Persistence", noCode);
        headers.put("Web-ContextPath", noCode);
        headers.put("SPI-Consumer", noCode);
        headers.put("SPI-Provider", noCode);
        headers.put("Launcher-Agent-Class", noCode);
        headers.put("Premain-Class", noCode);
        headers.put("Agent-Class", noCode);
        headers.put("Bundle-NativeCode", "native code cannot be unloaded");
        headers.put("Bundle-ClassPath", "its classes lie in the jar itself");
        headers.put("Fragment-Host", "it does not reach into other bundles");
        headers.put("Require-Bundle", "import packages instead");
        headers.put("DynamicImport-Package", "what is imported must be known beforehand");
        headers.put("Provide-Capability", "it offers packages only");
        return headers;
    }
}
