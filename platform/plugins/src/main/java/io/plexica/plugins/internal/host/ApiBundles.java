package io.plexica.plugins.internal.host;

import io.plexica.plugins.internal.archive.CarriedApi;
import io.plexica.plugins.internal.check.PluginCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plugins' API bundles in the framework. Each is installed once for its name and version and stays, as it is, until the
 * platform starts anew: a bundle that goes, or is refreshed, would restart all plugins that are wired to it. They are never
 * started. One thread at a time installs and gives back; all may ask.
 */
final class ApiBundles {

    private static final Logger LOG = LoggerFactory.getLogger(ApiBundles.class);

    /** Not that of plugins: what is installed here is no plugin, and no plugin is installed here. */
    private static final String SCHEME = "plexica-api:";

    private final BundleContext context;

    /** How many plugins came with each and were not refused; only for the thread that installs. */
    private final Map<String, Integer> carriers = new HashMap<>();

    ApiBundles(BundleContext context) {
        this.context = context;
    }

    /** Whether a bundle is an API bundle. */
    static boolean isOne(Bundle bundle) {
        return bundle.getLocation().startsWith(SCHEME);
    }

    /** The packages that the installed ones export. */
    Set<String> packages() {
        return installed().flatMap(bundle -> exports(bundle).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** What those that a plugin carries take that is somebody else's; empty when all is well. */
    List<String> clashes(List<CarriedApi> apis) {
        if (apis.isEmpty()) {
            return List.of();
        }
        Map<String, Bundle> exporters = new TreeMap<>();
        Arrays.stream(context.getBundles())
                .forEach(bundle -> exports(bundle).forEach(name -> exporters.putIfAbsent(name, bundle)));
        List<String> clashes = new ArrayList<>();
        for (CarriedApi api : apis) {
            Arrays.stream(context.getBundles())
                    .filter(bundle -> api.symbolicName().equals(bundle.getSymbolicName()))
                    .filter(bundle -> !isOne(bundle) || isOther(api, bundle))
                    .map(bundle -> isOne(bundle) ? changed(api) : taken(api, bundle))
                    .forEach(clashes::add);
            clashes.addAll(split(api, exporters));
        }
        return clashes;
    }

    /** Installs and links those that are not there yet, for a plugin that carries them. */
    void install(List<CarriedApi> apis, Path jar) {
        refuse(clashes(apis));
        List<Bundle> fresh = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (CarriedApi api : apis) {
                if (context.getBundle(location(api)) == null) {
                    try (InputStream in = zip.getInputStream(zip.getEntry(api.path()))) {
                        fresh.add(context.installBundle(location(api), in));
                    }
                }
            }
        } catch (BundleException e) {
            takeBack(fresh);
            throw PluginCheck.refusal(
                    PluginCheck.plain(List.of("The framework refuses an API bundle: " + e.getMessage())));
        } catch (IOException e) {
            takeBack(fresh);
            throw new UncheckedIOException(e);
        }
        link(fresh);
        List<String> here = fresh.stream().map(Bundle::getLocation).toList();
        // One that was here before anybody counted has somebody, too.
        apis.stream()
                .map(ApiBundles::location)
                .forEach(location -> carriers.merge(
                        location, here.contains(location) || carriers.containsKey(location) ? 1 : 2, Integer::sum));
    }

    /** A plugin that carries them is refused after all: those go that nobody else carries and nobody is linked to. */
    void giveBack(List<CarriedApi> apis) {
        List<Bundle> idle = apis.stream()
                .map(ApiBundles::location)
                .filter(location ->
                        carriers.computeIfPresent(location, (key, count) -> count > 1 ? count - 1 : null) == null)
                .map(context::getBundle)
                .filter(Objects::nonNull)
                .toList();
        List<Bundle> unused = unused(idle);
        while (unused.size() < idle.size()) {
            idle = unused;
            unused = unused(idle);
        }
        takeBack(unused);
    }

    /** Those to which nobody but these is linked. */
    private static List<Bundle> unused(List<Bundle> bundles) {
        return bundles.stream()
                .filter(bundle -> Optional.ofNullable(bundle.adapt(BundleWiring.class)).stream()
                        .flatMap(wiring -> wiring.getProvidedWires(null).stream())
                        .allMatch(wire -> bundles.contains(wire.getRequirer().getBundle())))
                .toList();
    }

    private void takeBack(List<Bundle> fresh) {
        fresh.forEach(ApiBundles::uninstall);
        if (!fresh.isEmpty()) {
            BundleRefresh.of(framework(), fresh);
        }
    }

    /** Takes away what an earlier run left; only while no plugin is there. */
    void removeAll() {
        takeBack(installed().toList());
        carriers.clear();
    }

    private void link(List<Bundle> fresh) {
        if (fresh.isEmpty() || framework().resolveBundles(fresh)) {
            return;
        }
        List<String> reasons = fresh.stream()
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .flatMap(bundle -> UnresolvedReasons.reasons(framework(), bundle).stream()
                        .map(reason -> "The API bundle " + bundle.getSymbolicName() + ": " + reason))
                .toList();
        takeBack(fresh);
        refuse(reasons);
    }

    private Stream<Bundle> installed() {
        return Arrays.stream(context.getBundles()).filter(ApiBundles::isOne);
    }

    private FrameworkWiring framework() {
        return context.getBundle(0).adapt(FrameworkWiring.class);
    }

    private static void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException e) {
            LOG.warn("{} could not be uninstalled", bundle.getLocation(), e);
        }
    }

    private static String location(CarriedApi api) {
        return place(api) + api.digest();
    }

    private static String place(CarriedApi api) {
        return SCHEME + api.symbolicName() + ":" + image(api.version()) + ":";
    }

    /** 1.0 and 1.0.0 are the same; what is no version at all is refused elsewhere. */
    private static String image(String version) {
        try {
            return Version.parseVersion(version).toString();
        } catch (IllegalArgumentException e) {
            return version;
        }
    }

    private static boolean isOther(CarriedApi api, Bundle bundle) {
        return bundle.getLocation().startsWith(place(api))
                && !bundle.getLocation().equals(location(api));
    }

    private static List<String> split(CarriedApi api, Map<String, Bundle> exporters) {
        List<String> clashes = new ArrayList<>();
        for (String name : api.exports().keySet()) {
            Bundle owner = exporters.get(name);
            if (owner != null && !api.symbolicName().equals(owner.getSymbolicName())) {
                clashes.add("The API bundle " + api + " exports the package " + name + ", which belongs to "
                        + owner.getSymbolicName());
            }
        }
        return clashes;
    }

    private static String changed(CarriedApi api) {
        return "The API bundle " + api + " is here with other contents: give the new ones another version, since an API"
                + " bundle stays as it is for as long as the platform runs";
    }

    private static String taken(CarriedApi api, Bundle bundle) {
        return "The API bundle " + api + " has the name of " + bundle.getSymbolicName() + " " + bundle.getVersion()
                + ", which is no API bundle";
    }

    private static void refuse(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw PluginCheck.refusal(PluginCheck.plain(reasons));
        }
    }

    private static Set<String> exports(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null
                ? Set.of()
                : revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .map(capability ->
                                String.valueOf(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                        .collect(Collectors.toSet());
    }
}
