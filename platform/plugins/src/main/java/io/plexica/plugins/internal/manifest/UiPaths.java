package io.plexica.plugins.internal.manifest;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where in a jar the files for browsers lie. All that lies there is public. */
public final class UiPaths {

    /** The folder. */
    public static final String FOLDER = "ui/";

    private static final Pattern MODULE = Pattern.compile("\\./[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*(?:\\.m?js)?");
    private static final Pattern SCRIPT = Pattern.compile(".*\\.m?js");

    private UiPaths() {}

    /** Whether a file is a module within the folder. */
    public static boolean isEntry(String path) {
        return path.startsWith(FOLDER) && SCRIPT.matcher(path).matches();
    }

    /** The file of a module such as {@code ./contacts}; empty when it is not written like that. */
    public static Optional<String> ofModule(String module) {
        if (!MODULE.matcher(module).matches()) {
            return Optional.empty();
        }
        String name = module.substring(2);
        return Optional.of(FOLDER + (SCRIPT.matcher(name).matches() ? name : name + ".js"));
    }
}
