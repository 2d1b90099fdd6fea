package io.plexica.plugins.internal.host;

import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.archive.ExtendedJar;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.spi.plugins.PluginRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plugins in the framework that this bundle itself runs in. */
@Component
public final class OsgiBundleHost implements BundleHost {

    private static final Logger LOG = LoggerFactory.getLogger(OsgiBundleHost.class);

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final ApiBundles apis;

    /** Works through this bundle's context; what plugins may see is settled before there are any. */
    @Activate
    public OsgiBundleHost(
            BundleContext context,
            @Reference ServiceComponentRuntime components,
            @Reference(service = ServiceVisibility.class) ServiceReference<ServiceVisibility> sight) {
        this(context, components);
    }

    /** The same outside a container. */
    public OsgiBundleHost(BundleContext context, ServiceComponentRuntime components) {
        this.apis = new ApiBundles(context);
        this.context = context;
        this.components = components;
    }

    @Override
    public Version platform() {
        Version version = context.getBundle().getVersion();
        return new Version(version.getMajor(), version.getMinor(), version.getMicro());
    }

    @Override
    public Optional<String> foreigner(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .filter(bundle -> PluginRef.ofLocation(bundle.getLocation()).isEmpty())
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
                .findFirst();
    }

    @Override
    public Set<String> apiPackages() {
        return apis.packages();
    }

    @Override
    public List<String> apiClashes(Candidate candidate) {
        return apis.clashes(candidate.apis());
    }

    @Override
    public Runnable carry(Candidate candidate, Path jar) {
        apis.install(candidate.apis(), jar);
        return () -> apis.giveBack(candidate.apis());
    }

    @Override
    public HostedPlugin install(Candidate candidate, Path jar) {
        try {
            Path copy = Files.createTempFile("plexica-plugin", ".jar");
            try (InputStream in = Files.newInputStream(ExtendedJar.of(jar, copy))) {
                Bundle bundle = context.installBundle(candidate.location(), in);
                return new OsgiHostedPlugin(context, components, bundle, candidate.components(), candidate.offered());
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (BundleException e) {
            throw PluginCheck.refusal(
                    List.of(new FieldError("", "The framework refuses the bundle: " + e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void removeAll() {
        for (Bundle bundle : context.getBundles()) {
            if (PluginRef.ofLocation(bundle.getLocation()).isPresent()) {
                LOG.info("Removing {}, left by an earlier run", bundle.getLocation());
                new OsgiHostedPlugin(context, components, bundle, List.of(), Set.of()).remove();
            }
        }
        apis.removeAll();
    }
}
