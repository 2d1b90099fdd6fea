package io.plexica.plugins.internal.fetch;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A jar in a Maven repository.
 *
 * @param group its group
 * @param artifact its name there
 * @param version its version; one that ends with {@code -SNAPSHOT} stands for the newest build
 */
public record Coordinate(String group, String artifact, String version) {

    private static final String SCHEME = "mvn:";
    private static final String SNAPSHOT = "-SNAPSHOT";
    private static final int LONGEST = 300;

    /** No dots at an end or beside each other, no slashes, nothing that a path could take for a way up. */
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_+-]+(?:\\.[A-Za-z0-9_+-]+)*");

    private static final String FORM = "must be mvn:group/artifact/version";

    /**
     * Reads a coordinate.
     *
     * @throws PlexicaException {@code validation-failed} at {@code /url}
     */
    public static Coordinate of(String text) {
        if (!text.startsWith(SCHEME)) {
            throw wrong(FORM + ": plugins are fetched from the configured Maven repositories and no other address");
        }
        if (text.length() > LONGEST) {
            throw wrong(FORM + ", in at most " + LONGEST + " characters");
        }
        String parts = text.substring(SCHEME.length());
        if (parts.contains("!")) {
            throw wrong(FORM + ": a coordinate cannot name a repository of its own");
        }
        List<String> all = List.of(parts.split("/", -1));
        if (all.size() != 3) {
            throw wrong(FORM);
        }
        all.stream().filter(part -> !PART.matcher(part).matches()).findFirst().ifPresent(part -> {
            throw wrong(FORM + ": '" + part + "' is no part of a coordinate");
        });
        if (all.get(2).equals("LATEST") || all.get(2).equals("RELEASE")) {
            throw wrong("must name a version, not " + all.get(2));
        }
        return new Coordinate(all.get(0), all.get(1), all.get(2));
    }

    /** Whether builds replace each other under this version. */
    boolean isSnapshot() {
        return version.endsWith(SNAPSHOT);
    }

    /** The version without what stands for the newest build. */
    String base() {
        return version.substring(0, version.length() - SNAPSHOT.length());
    }

    /** Its folder below a repository's address; ends with a slash. */
    String folder() {
        return group.replace('.', '/') + "/" + artifact + "/" + version + "/";
    }

    /** The jar's name in the folder. */
    String jar(String build) {
        return artifact + "-" + build + ".jar";
    }

    @Override
    public String toString() {
        return SCHEME + group + "/" + artifact + "/" + version;
    }

    static PlexicaException wrong(String message) {
        return PlexicaException.validation(new FieldError("/url", message));
    }
}
