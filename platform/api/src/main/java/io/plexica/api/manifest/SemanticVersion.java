package io.plexica.api.manifest;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version after Semantic Versioning 2.0.0. Ordered by its precedence; build metadata plays no part in it, so that two
 * versions that compare as equal need not be equal.
 *
 * @param major incompatible changes
 * @param minor additions
 * @param patch corrections
 * @param preRelease dot-separated identifiers before a release, such as {@code SNAPSHOT}; empty for a release
 * @param build build metadata; empty for none
 */
public record SemanticVersion(int major, int minor, int patch, String preRelease, String build)
        implements Comparable<SemanticVersion> {

    private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})"
            + "(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?"
            + "(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?");

    /** Reads a version; empty when the text is none. */
    public static Optional<SemanticVersion> parse(String text) {
        Matcher m = FORM.matcher(text);
        if (text.length() > 128 || !m.matches()) {
            return Optional.empty();
        }
        return Optional.of(new SemanticVersion(
                Integer.parseInt(m.group(1)),
                Integer.parseInt(m.group(2)),
                Integer.parseInt(m.group(3)),
                m.group(4) == null ? "" : m.group(4),
                m.group(5) == null ? "" : m.group(5)));
    }

    /** Whether this is a pre-release, which is taken only when named. */
    public boolean isPreRelease() {
        return !preRelease.isEmpty();
    }

    /** Whether this is a work in progress that may be replaced by other bytes under the same version. */
    public boolean isSnapshot() {
        return preRelease.equals("SNAPSHOT") || preRelease.endsWith(".SNAPSHOT") || preRelease.endsWith("-SNAPSHOT");
    }

    /**
     * This version as OSGi writes it, {@code major.minor.patch.qualifier}. What OSGi cannot say is folded into
     * underscores, so that different versions can have one image.
     */
    public String toOsgi() {
        String qualifier = (preRelease + (build.isEmpty() ? "" : "_" + build)).replaceAll("[^0-9A-Za-z_-]", "_");
        return major + "." + minor + "." + patch + (qualifier.isEmpty() ? "" : "." + qualifier);
    }

    @Override
    public int compareTo(SemanticVersion other) {
        int order = Integer.compare(major, other.major);
        order = order != 0 ? order : Integer.compare(minor, other.minor);
        order = order != 0 ? order : Integer.compare(patch, other.patch);
        return order != 0 ? order : comparePreReleases(preRelease, other.preRelease);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (preRelease.isEmpty() ? "" : "-" + preRelease)
                + (build.isEmpty() ? "" : "+" + build);
    }

    private static int comparePreReleases(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isEmpty(), right.isEmpty());
        }
        List<String> ours = List.of(left.split("\\."));
        List<String> theirs = List.of(right.split("\\."));
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            int order = compareIdentifiers(ours.get(i), theirs.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(ours.size(), theirs.size());
    }

    private static int compareIdentifiers(String left, String right) {
        boolean leftNumber = left.chars().allMatch(Character::isDigit);
        boolean rightNumber = right.chars().allMatch(Character::isDigit);
        if (leftNumber && rightNumber) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return leftNumber != rightNumber ? (leftNumber ? -1 : 1) : left.compareTo(right);
    }
}
