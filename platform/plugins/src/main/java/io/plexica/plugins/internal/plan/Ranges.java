package io.plexica.plugins.internal.plan;

import io.plexica.api.manifest.SemanticVersion;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * Whether a version lies in a range of OSGi, by the precedence of semantic versions. To OSGi {@code 1.0.0.rc_1} is later than
 * {@code 1.0.0}; here a pre-release comes before its release, so that {@code [1.0,2.0)} holds neither {@code 1.0.0-rc.1} nor
 * {@code 2.0.0-rc.1}. A bound with a qualifier, such as {@code [1.0.0.rc_1,2.0)}, names a pre-release.
 */
final class Ranges {

    private Ranges() {}

    static boolean includes(VersionRange range, SemanticVersion version) {
        int left = compare(version, range.getLeft());
        if (left < 0 || (left == 0 && range.getLeftType() == VersionRange.LEFT_OPEN)) {
            return false;
        }
        Version end = range.getRight();
        return end == null || isBefore(version, end, range.getRightType() == VersionRange.RIGHT_CLOSED);
    }

    private static boolean isBefore(SemanticVersion version, Version end, boolean included) {
        int right = compare(version, end);
        boolean comesUpToIt = version.isPreRelease() && end.getQualifier().isEmpty() && numbers(version, end) == 0;
        return included ? right <= 0 : right < 0 && !comesUpToIt;
    }

    private static int compare(SemanticVersion version, Version bound) {
        int order = numbers(version, bound);
        if (order != 0) {
            return order;
        }
        SemanticVersion named = named(bound);
        if (named != null) {
            return version.compareTo(named);
        }
        // No pre-release has such a name: by its letters.
        return version.isPreRelease() ? qualifier(version).compareTo(bound.getQualifier()) : 1;
    }

    private static int numbers(SemanticVersion version, Version bound) {
        int order = Integer.compare(version.major(), bound.getMajor());
        order = order != 0 ? order : Integer.compare(version.minor(), bound.getMinor());
        return order != 0 ? order : Integer.compare(version.patch(), bound.getMicro());
    }

    private static @Nullable SemanticVersion named(Version bound) {
        String qualifier = bound.getQualifier().replace('_', '.');
        String numbers = bound.getMajor() + "." + bound.getMinor() + "." + bound.getMicro();
        return SemanticVersion.parse(qualifier.isEmpty() ? numbers : numbers + "-" + qualifier)
                .orElse(null);
    }

    private static String qualifier(SemanticVersion version) {
        return Version.parseVersion(version.toOsgi()).getQualifier();
    }
}
