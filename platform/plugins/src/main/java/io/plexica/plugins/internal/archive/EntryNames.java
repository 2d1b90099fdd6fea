package io.plexica.plugins.internal.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with the names of a jar's entries. */
final class EntryNames {

    private static final Set<String> ONLY_ONCE =
            Set.of("meta-inf/manifest.mf", ArchiveContents.MANIFEST.toLowerCase(Locale.ROOT));

    private static final Pattern SUPPLEMENT =
            Pattern.compile("META-INF/versions/[^/]*/OSGI-INF/MANIFEST\\.MF", Pattern.CASE_INSENSITIVE);

    private EntryNames() {}

    static List<String> problems(List<String> names) {
        List<String> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> singles = new HashSet<>();
        for (String name : names) {
            if (!staysInside(name)) {
                problems.add("The entry '" + printable(name) + "' does not lie within the jar");
            }
            String lower = name.toLowerCase(Locale.ROOT);
            boolean again = !seen.add(name);
            boolean secondSpelling = ONLY_ONCE.contains(lower) && !singles.add(lower);
            if (again || secondSpelling) {
                problems.add("The entry '" + printable(name) + "' is there more than once");
            }
        }
        return problems;
    }

    /** Other headers than those of the jar, which the framework puts in their place where the jar says that it has several releases. */
    static List<String> supplements(List<String> names) {
        return names.stream()
                .filter(name -> SUPPLEMENT.matcher(name).matches())
                .map(name -> "The entry '" + printable(name) + "' says of the bundle what its own manifest does not:"
                        + " leave it out")
                .toList();
    }

    /** Relative, with forward slashes, without a way up and without characters that no file name has. */
    private static boolean staysInside(String name) {
        if (name.isEmpty() || name.startsWith("/") || name.contains("\\") || name.matches("[A-Za-z]:.*")) {
            return false;
        }
        if (name.chars().anyMatch(c -> c < ' ')) {
            return false;
        }
        return !List.of(name.split("/", -1)).contains("..");
    }

    private static String printable(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return shown.length() > 120 ? shown.substring(0, 120) + "…" : shown;
    }
}
