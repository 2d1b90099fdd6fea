package io.plexica.plugins.internal.host;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the filter that a framework makes of an import. */
final class PackageFilter {

    private static final Pattern NAME = Pattern.compile("osgi\\.wiring\\.package=([^)]+)\\)");
    private static final Pattern FROM = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    private PackageFilter() {}

    static String packageName(String filter) {
        Matcher name = NAME.matcher(filter);
        return name.find() ? name.group(1) : filter;
    }

    /** Such as {@code " in version [1.0.0,2.0.0)"}; empty when any will do. */
    static String range(String filter) {
        Matcher below = BELOW.matcher(filter);
        String upper = below.find() ? below.group(1) : "";
        Matcher from = FROM.matcher(upper.isEmpty() ? filter : filter.replace(below.group(), ""));
        String lower = from.find() ? from.group(1) : "";
        if (lower.isEmpty() && upper.isEmpty()) {
            return "";
        }
        return upper.isEmpty() ? " in version " + lower + " or later" : " in version [" + lower + "," + upper + ")";
    }
}
