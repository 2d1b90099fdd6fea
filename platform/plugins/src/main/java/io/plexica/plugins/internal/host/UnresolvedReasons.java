package io.plexica.plugins.internal.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** Says why a bundle does not resolve, in words. */
final class UnresolvedReasons {

    private UnresolvedReasons() {}

    static List<String> reasons(FrameworkWiring framework, Bundle bundle) {
        List<String> reasons = new ArrayList<>();
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            if (isMandatory(requirement) && isMissing(framework, requirement)) {
                reasons.add(sentence(framework, requirement));
            }
        }
        if (reasons.isEmpty()) {
            reasons.add("The bundle's imports contradict each other or those of the bundles that they come from");
        }
        return reasons;
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        String effective = requirement.getDirectives().getOrDefault("effective", "resolve");
        return effective.equals("resolve")
                && !"optional".equals(requirement.getDirectives().get("resolution"))
                && !"dynamic".equals(requirement.getDirectives().get("resolution"));
    }

    private static boolean isMissing(FrameworkWiring framework, BundleRequirement requirement) {
        Collection<?> providers = framework.findProviders(requirement);
        return providers.isEmpty();
    }

    private static String sentence(FrameworkWiring framework, BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault("filter", "");
        if (!requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)) {
            return "Nothing here offers " + requirement.getNamespace() + " " + filter;
        }
        String name = PackageFilter.packageName(filter);
        String there = versions(framework, name);
        String wish = "the package " + name + PackageFilter.range(filter);
        return there.isEmpty()
                ? "The bundle imports " + wish + ", which nothing here offers"
                : "The bundle needs " + wish + ", but the platform has " + there;
    }

    /** The versions in which a package is there, oldest first; empty when it is not. */
    private static String versions(FrameworkWiring framework, String name) {
        return framework.findProviders(new AnyVersion(name)).stream()
                .map(capability -> capability.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
                .filter(Version.class::isInstance)
                .map(Version.class::cast)
                .distinct()
                .sorted()
                .map(Version::toString)
                .collect(Collectors.joining(" and "));
    }

    /** A wish for a package in whatever version. */
    private record AnyVersion(String name) implements Requirement {

        @Override
        public String getNamespace() {
            return PackageNamespace.PACKAGE_NAMESPACE;
        }

        @Override
        public Map<String, String> getDirectives() {
            return Map.of("filter", "(" + PackageNamespace.PACKAGE_NAMESPACE + "=" + name + ")");
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public @Nullable Resource getResource() {
            return null;
        }
    }
}
