package io.plexica.plugins.internal.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Says why a bundle does not resolve, in words. */
final class Unresolved {

    private Unresolved() {}

    static List<String> reasons(FrameworkWiring framework, Bundle bundle) {
        List<String> reasons = new ArrayList<>();
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            if (isMandatory(requirement) && isMissing(framework, requirement)) {
                reasons.add(sentence(requirement));
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

    private static String sentence(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault("filter", "");
        if (!requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)) {
            return "Nothing here offers " + requirement.getNamespace() + " " + filter;
        }
        return "The bundle imports the package " + PackageFilter.packageName(filter) + PackageFilter.range(filter)
                + ", which nothing here offers";
    }
}
