package io.plexica.plugins.internal.check;

import io.plexica.plugins.internal.archive.ArchiveContents;
import io.plexica.plugins.internal.archive.ClassFacts;
import java.util.ArrayList;
import java.util.List;

/** What a plugin's classes may be. */
final class ClassCheck {

    /** The newest Java that the platform runs on. */
    static final int NEWEST_JAVA = 17;

    private ClassCheck() {}

    static List<String> problems(ArchiveContents jar) {
        List<String> problems = new ArrayList<>();
        for (ClassFacts type : jar.classes()) {
            if (type.javaVersion() > NEWEST_JAVA) {
                problems.add("The class " + type.name() + " is compiled for Java " + type.javaVersion()
                        + "; plugins are compiled for Java " + NEWEST_JAVA + " or older");
            }
            if (type.annotations().contains("javax.ws.rs.container.PreMatching")) {
                problems.add(
                        "The class " + type.name() + " is a @PreMatching filter, which would run before the guards");
            }
            type.forbiddenCalls()
                    .forEach(method -> problems.add("The class " + type.name() + " calls " + method
                            + ", which concerns the whole platform and not this plugin: throw an exception instead"));
            type.sharedGenerators()
                    .forEach(member -> problems.add("The identifiers of " + member
                            + " would come from a counter that tenants share; use IDENTITY or a UUID"));
        }
        String own = HeaderCheck.symbolicName(jar);
        jar.classes().stream()
                .map(ClassFacts::packageName)
                .distinct()
                .filter(name -> !AllowedPackages.mayContain(name) || isInsideOfARoom(name, own))
                .forEach(name ->
                        problems.add("The bundle holds classes of the package " + name + ", which is the platform's"));
        return problems;
    }

    /** Methods that look as if they answered calls, and never would. */
    static List<String> hidden(ArchiveContents jar) {
        return jar.classes().stream()
                .flatMap(type -> type.hidden().stream()
                        .map(method -> "The method " + method + " of " + type.name()
                                + " is not public, so nobody would ever call it"))
                .toList();
    }

    /** Rooms of the platform, and official plugins, are named as their packages are. */
    private static boolean isInsideOfARoom(String name, String own) {
        return name.startsWith("io.plexica.")
                && List.of(name.split("\\.")).contains("internal")
                && !name.startsWith(own + ".");
    }
}
