package io.plexica.plugins.internal.archive;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An API bundle as it lies in a plugin's jar: the types by which plugins talk with each other.
 *
 * @param path where in the jar it lies
 * @param digest one digest of all it holds, in hexadecimal; packing it anew does not change it
 * @param headers main attributes of its manifest
 * @param names its entries
 * @param classes its classes
 */
public record CarriedApi(
        String path, String digest, Map<String, String> headers, Set<String> names, List<ClassFacts> classes) {

    /** The folder of a plugin's jar in which API bundles lie. */
    public static final String FOLDER = "META-INF/plexica/api/";

    public CarriedApi {
        headers = Headers.copy(headers);
        names = Set.copyOf(names);
        classes = List.copyOf(classes);
    }

    /** Whether a jar at this path is an API bundle. */
    static boolean isAt(String path) {
        return path.startsWith(FOLDER) && path.endsWith(".jar");
    }

    /** A header of the bundle; null when it is absent. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** Its symbolic name; empty when it has none. */
    public String symbolicName() {
        List<HeaderClause> clauses = HeaderClause.parse(headers.get("Bundle-SymbolicName"));
        return clauses.isEmpty() ? "" : clauses.get(0).name();
    }

    /** Its version as it stands. */
    public String version() {
        return headers.getOrDefault("Bundle-Version", "0.0.0").strip();
    }

    /** The packages that it exports, with their versions. */
    public Map<String, String> exports() {
        Map<String, String> exports = new TreeMap<>();
        HeaderClause.parse(headers.get("Export-Package"))
                .forEach(clause -> exports.put(clause.name(), clause.parameter("version")));
        return exports;
    }

    @Override
    public String toString() {
        return symbolicName() + " " + version();
    }
}
