package io.plexica.plugins.internal.check;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.ServiceNeed;
import io.plexica.api.manifest.ServiceOffer;
import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.archive.ArchiveContents;
import io.plexica.plugins.internal.archive.CarriedApi;
import io.plexica.plugins.internal.archive.ClassFacts;
import io.plexica.plugins.internal.archive.HeaderClause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Whether the services that a manifest names are what the jar really offers and uses. */
final class ServiceCheck {

    private ServiceCheck() {}

    static List<FieldError> problems(
            ArchiveContents jar, PluginManifest manifest, List<ComponentDescription> components) {
        List<FieldError> problems = new ArrayList<>();
        List<ServiceOffer> offers = manifest.services().provides();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < offers.size(); i++) {
            String pointer = "/services/provides/" + i;
            ServiceOffer offer = offers.get(i);
            if (!names.add(offer.name())) {
                problems.add(new FieldError(pointer + "/name", "is named twice: '" + offer.name() + "'"));
            }
            problems.addAll(offer(pointer, offer, jar, components));
        }
        List<ServiceNeed> needs = manifest.services().requires();
        for (int i = 0; i < needs.size(); i++) {
            problems.addAll(need("/services/requires/" + i, needs.get(i), jar));
        }
        return problems;
    }

    private static List<FieldError> offer(
            String pointer, ServiceOffer offer, ArchiveContents jar, List<ComponentDescription> components) {
        List<FieldError> problems = new ArrayList<>();
        List<CarriedApi> carrying = jar.apis().stream()
                .filter(api -> api.classes().stream().map(ClassFacts::name).anyMatch(offer.name()::equals))
                .toList();
        if (carrying.isEmpty()) {
            problems.add(new FieldError(
                    pointer + "/name",
                    "'" + offer.name() + "' is no type of an API bundle that the jar carries in " + CarriedApi.FOLDER));
        }
        for (CarriedApi api : carrying) {
            String exported = api.exports().get(packageOf(offer.name()));
            if (exported != null && !sameVersion(exported, offer.version())) {
                problems.add(new FieldError(
                        pointer + "/version",
                        "is " + offer.version() + ", but the package of '" + offer.name() + "' has the version "
                                + exported));
            }
        }
        long offering = components.stream()
                .filter(component -> component.services().contains(offer.name()))
                .count();
        if (offering != 1) {
            problems.add(new FieldError(
                    pointer + "/name",
                    offering == 0
                            ? "no component offers the service '" + offer.name() + "'"
                            : offering + " components offer the service '" + offer.name() + "'; one must"));
        }
        return problems;
    }

    private static List<FieldError> need(String pointer, ServiceNeed need, ArchiveContents jar) {
        List<FieldError> problems = new ArrayList<>();
        Set<String> imported = HeaderClause.parse(jar.header("Import-Package")).stream()
                .map(HeaderClause::name)
                .collect(Collectors.toSet());
        if (!imported.contains(packageOf(need.name()))) {
            problems.add(new FieldError(
                    pointer + "/name",
                    "'" + need.name() + "' lies in the package " + packageOf(need.name())
                            + ", which the bundle does not import"));
        }
        if (!isRange(need.version())) {
            problems.add(new FieldError(pointer + "/version", "'" + need.version() + "' is no range of versions"));
        }
        return problems;
    }

    private static String packageOf(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? "" : type.substring(0, dot);
    }

    private static boolean sameVersion(String left, String right) {
        try {
            return Version.parseVersion(left).equals(Version.parseVersion(right));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isRange(String text) {
        try {
            VersionRange.valueOf(text.strip());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
