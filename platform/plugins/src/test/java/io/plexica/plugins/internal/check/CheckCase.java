package io.plexica.plugins.internal.check;

import io.plexica.plugins.internal.archive.ArchiveLimits;
import io.plexica.plugins.internal.manifest.ManifestReader;
import io.plexica.plugins.internal.testing.PluginJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

/** Jars that are looked at as publishing does. */
abstract class CheckCase {

    static final PluginCheck CHECK =
            new PluginCheck(new ManifestReader(), ArchiveLimits.STANDARD, new Version(1, 1, 0));

    @TempDir
    Path folder;

    final List<String> problems(PluginJar jar) {
        try {
            return CHECK.inspect(jar.to(folder.resolve("test.jar"))).allProblems().stream()
                    .map(PluginCheck::inOneLine)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
