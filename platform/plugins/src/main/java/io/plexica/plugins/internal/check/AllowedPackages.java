package io.plexica.plugins.internal.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The packages that a plugin may import. */
final class AllowedPackages {

    /** The platform gives these; a plugin must not bring copies, which would be other types of the same name. */
    private static final List<String> GIVEN = List.of(
            "io.plexica.api",
            "javax.ws.rs",
            "javax.persistence",
            "javax.validation",
            "org.osgi.service.component",
            "org.slf4j",
            "com.fasterxml.jackson.annotation");

    private static final Set<String> OTHERS = Set.of("javax.annotation", "org.jspecify.annotations");

    /** What EclipseLink's static weaving writes into entities. */
    private static final Set<String> WOVEN = Set.of(
            "org.eclipse.persistence.descriptors.changetracking",
            "org.eclipse.persistence.indirection",
            "org.eclipse.persistence.internal.descriptors",
            "org.eclipse.persistence.internal.identitymaps",
            "org.eclipse.persistence.internal.indirection",
            "org.eclipse.persistence.internal.jpa.rs.metadata.model",
            "org.eclipse.persistence.internal.localization",
            "org.eclipse.persistence.internal.weaving",
            "org.eclipse.persistence.queries",
            "org.eclipse.persistence.sessions");

    private static final List<String> PLATFORM = List.of("io.plexica.api", "io.plexica.spi", "org.osgi.framework");

    /** Where neither another plugin's API nor a library of the author's lies. */
    private static final List<String> FOREIGN = List.of(
            "io.plexica.spi",
            "io.plexica.api",
            "javax",
            "sun",
            "com.sun",
            "jdk",
            "org.osgi",
            "org.slf4j",
            "org.ops4j",
            "org.apache.cxf",
            "org.apache.felix",
            "org.apache.karaf");

    /** Where nobody looks for another plugin's API. */
    private static final List<String> LIBRARIES = List.of("org.apache", "org.eclipse", "com.fasterxml");

    private static final String LIBRARY = "a library goes into the jar, by -includeresource in bnd.bnd";

    private static final Set<String> JAVA = ModuleLayer.boot().modules().stream()
            .filter(module -> module.getName().startsWith("java."))
            .flatMap(module -> module.getDescriptor().exports().stream())
            .filter(exports -> !exports.isQualified())
            .map(java.lang.module.ModuleDescriptor.Exports::source)
            .collect(Collectors.toUnmodifiableSet());

    private AllowedPackages() {}

    /** Whether a plugin may import a package. */
    static boolean mayImport(String name) {
        return name.startsWith("java.")
                || JAVA.contains(name)
                || OTHERS.contains(name)
                || WOVEN.contains(name)
                || isWithin(name, GIVEN);
    }

    /** Whether a plugin may hold classes in a package. */
    static boolean mayContain(String name) {
        return !name.startsWith("java.") && !JAVA.contains(name) && !isWithin(name, GIVEN) && !isWithin(name, PLATFORM);
    }

    /** Why a package that a plugin imports is refused. */
    static String refusal(String name) {
        String refusal = "The bundle imports the package " + name + ", which no plugin may use";
        if (isWithin(name, FOREIGN)) {
            return refusal;
        }
        return isWithin(name, LIBRARIES)
                ? refusal + ": " + LIBRARY
                : refusal + " and no API bundle here exports: " + LIBRARY
                        + "; carry an API bundle, or publish the plugin that does first";
    }

    private static boolean isWithin(String name, List<String> roots) {
        return roots.stream().anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
    }
}
