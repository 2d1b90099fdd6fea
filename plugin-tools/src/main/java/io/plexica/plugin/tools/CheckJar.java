package io.plexica.plugin.tools;

import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.archive.ArchiveLimits;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.check.ComponentDescription;
import io.plexica.plugins.internal.check.Inspection;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.manifest.ManifestReader;
import io.plexica.web.internal.server.ResourceCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.osgi.framework.Version;

/**
 * Ends an author's build where the platform would refuse the jar, with everything that the jar alone gives away. What only a
 * platform can know, such as who else has the id, it says when the jar comes.
 */
public final class CheckJar {

    private CheckJar() {}

    /**
     * Checks one jar.
     *
     * @param args the jar
     */
    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        List<String> problems = problems(jar, Thread.currentThread().getContextClassLoader());
        if (!problems.isEmpty()) {
            throw new Refusal(jar, problems);
        }
    }

    /**
     * What the platform would say of a jar.
     *
     * @param loader knows the jar's classes and what they stand on
     */
    static List<String> problems(Path jar, ClassLoader loader) throws IOException {
        PluginCheck check = new PluginCheck(new ManifestReader(), ArchiveLimits.STANDARD, platform());
        Inspection inspection = check.inspect(jar);
        List<FieldError> problems = new ArrayList<>(inspection.allProblems());
        Candidate candidate = inspection.candidate();
        if (candidate != null) {
            problems.addAll(resources(candidate, loader));
        }
        return problems.stream().map(PluginCheck::inOneLine).toList();
    }

    private static List<FieldError> resources(Candidate candidate, ClassLoader loader) {
        List<Class<?>> classes = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (ComponentDescription component : candidate.components()) {
            if (component.isResource()) {
                try {
                    classes.add(Class.forName(component.implementation(), false, loader));
                } catch (ClassNotFoundException | LinkageError e) {
                    problems.add("The class " + component.implementation() + " cannot be loaded: " + e);
                }
            }
        }
        problems.addAll(ResourceCheck.problems(candidate.manifest().id(), classes));
        return PluginCheck.plain(problems);
    }

    private static Version platform() throws IOException {
        Properties built = new Properties();
        try (InputStream in = CheckJar.class.getResourceAsStream("platform.properties")) {
            built.load(in);
        }
        return Version.parseVersion(built.getProperty("version").replace("-SNAPSHOT", ""));
    }

    /** Its message is all there is to know; where it was thrown concerns no author. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refusal(Path jar, List<String> problems) {
            super(words(jar, problems), null, false, false);
        }

        private static String words(Path jar, List<String> problems) {
            return "The platform would refuse " + jar.getFileName() + ":\n- " + String.join("\n- ", problems);
        }
    }
}
