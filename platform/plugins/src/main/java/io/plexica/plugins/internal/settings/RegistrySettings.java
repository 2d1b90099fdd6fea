package io.plexica.plugins.internal.settings;

import io.plexica.plugins.internal.trust.ShippedPlugins;
import io.plexica.plugins.internal.trust.Trust;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registry's settings in force. A change counts for what is begun after it; one that is not valid changes nothing. */
@Component(
        service = RegistrySettings.class,
        configurationPid = RegistryConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = RegistryConfig.class)
public final class RegistrySettings {

    private static final Duration GUARD = Duration.ofSeconds(300);
    private static final Logger LOG = LoggerFactory.getLogger(RegistrySettings.class);
    private static final Set<String> SCHEMES = Set.of("http", "https", "file");

    private final ShippedPlugins shipped;
    private volatile Values current;

    /** Reads them. */
    @Activate
    public RegistrySettings(RegistryConfig config, BundleContext context) {
        this(read(config), new ShippedPlugins(folder(context)));
    }

    /** Settings from elsewhere than a configuration. */
    public RegistrySettings(Values values) {
        this(values, ShippedPlugins.NOTHING);
    }

    /** The same where plugins came with the platform. */
    public RegistrySettings(Values values, ShippedPlugins shipped) {
        this.current = values;
        this.shipped = shipped;
    }

    private static @Nullable Path folder(BundleContext context) {
        String home = context.getProperty("karaf.home");
        return home == null ? null : Path.of(home, "plugins");
    }

    /** The plugins that came with the platform. */
    public ShippedPlugins shipped() {
        return shipped;
    }

    @Modified
    void modified(RegistryConfig config) {
        try {
            current = read(config);
        } catch (IllegalArgumentException e) {
            LOG.error("The old settings of the plugin registry stay in force: {}", e.getMessage());
        }
    }

    /** Other settings from now on. */
    public void change(Values values) {
        current = values;
    }

    /** The settings now. */
    public Values current() {
        return current;
    }

    private static Values read(RegistryConfig config) {
        boolean required = config.signatures().equals("required");
        Trust trust = trust(config.trust().strip());
        if (required && trust.isEmpty()) {
            throw new IllegalArgumentException(
                    "PLEXICA_PLUGIN_SIGNATURES is required, and PLEXICA_PLUGIN_TRUST names no file with certificates");
        }
        return new Values(
                repositories(config.repositories()),
                required,
                trust,
                Duration.ofSeconds(config.rolloutWatch()),
                Duration.ofSeconds(config.rolloutGuard()));
    }

    private static Trust trust(String file) {
        if (file.isEmpty()) {
            return Trust.NOBODY;
        }
        try {
            return Trust.read(Path.of(file));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("PLEXICA_PLUGIN_TRUST: " + file + " holds no certificates: " + e, e);
        }
    }

    /**
     * Reads a list of repositories.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    static List<URI> repositories(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(RegistrySettings::repository)
                .toList();
    }

    private static URI repository(String text) {
        URI uri = uri(text);
        if (uri.getRawUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("PLEXICA_PLUGIN_REPOSITORIES: the address of " + uri.getHost()
                    + " must have no user, query or fragment");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean remote = !scheme.equals("file");
        if (!SCHEMES.contains(scheme) || (remote && uri.getHost() == null) || uri.getPath() == null) {
            throw noAddress(text);
        }
        return uri;
    }

    private static URI uri(String text) {
        try {
            return new URI(text.endsWith("/") ? text : text + "/");
        } catch (URISyntaxException e) {
            throw noAddress(text);
        }
    }

    /** What may hold a password is not repeated. */
    private static IllegalArgumentException noAddress(String text) {
        return new IllegalArgumentException("PLEXICA_PLUGIN_REPOSITORIES: "
                + (text.contains("@") ? "an entry" : "'" + text + "'")
                + " is no address that begins with http:, https: or file:");
    }

    /**
     * What is set.
     *
     * @param repositories where plugins are fetched from, in this order; each ends with a slash
     * @param signaturesRequired whether a plugin must be signed by somebody trusted
     * @param trust who is trusted
     * @param rolloutWatch how long a rollout stands still and watches for errors
     * @param rolloutGuard how long tenants are watched that a rollout has moved
     */
    public record Values(
            List<URI> repositories,
            boolean signaturesRequired,
            Trust trust,
            Duration rolloutWatch,
            Duration rolloutGuard) {

        /** What holds where nothing is set. */
        public static final Values DEFAULT = new Values(List.of(), false, Trust.NOBODY, Duration.ZERO, GUARD);

        /** With the usual guard. */
        public Values(List<URI> repositories, boolean signaturesRequired, Trust trust, Duration rolloutWatch) {
            this(repositories, signaturesRequired, trust, rolloutWatch, GUARD);
        }

        public Values {
            repositories = List.copyOf(repositories);
        }
    }
}
