package io.plexica.web.internal.settings;

import io.plexica.spi.bounds.BoundSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The room's configuration, checked and in the form in which it is used.
 *
 * @param publicUrl the address for browsers, without a path
 * @param trustedProxies whose forwarded headers are believed
 * @param corsOrigins whose pages may call
 * @param bodyMax largest body in bytes
 * @param jarMax largest uploaded archive in bytes
 * @param headerMax largest sum of headers in bytes
 * @param asyncTimeout how long a suspended answer may wait
 * @param healthRequired checks that must exist for the platform to be ready
 * @param bounds what one plugin may do
 * @param objectMax largest uploaded object in bytes
 * @param limits how many calls somebody may make
 */
public record Settings(
        URI publicUrl,
        List<Network> trustedProxies,
        Set<String> corsOrigins,
        long bodyMax,
        long jarMax,
        int headerMax,
        Duration asyncTimeout,
        Set<String> healthRequired,
        BoundSettings bounds,
        long objectMax,
        LimitSettings limits) {

    static Settings of(WebConfig config) {
        return new Settings(
                read("PLEXICA_PUBLIC_URL", config.publicUrl(), Settings::publicUrl),
                read(
                        "PLEXICA_TRUSTED_PROXIES",
                        config.trustedProxies(),
                        text -> words(text).map(Network::parse).toList()),
                words(config.corsOrigins()).collect(Collectors.toUnmodifiableSet()),
                config.bodyMaxBytes(),
                config.jarMaxBytes(),
                config.headerMaxBytes(),
                Duration.ofSeconds(config.asyncTimeoutSeconds()),
                words(config.healthRequired()).collect(Collectors.toUnmodifiableSet()),
                bounds(config),
                config.objectMaxBytes(),
                LimitSettings.of(config));
    }

    private static BoundSettings bounds(WebConfig config) {
        return new BoundSettings(
                config.pluginMaxConcurrency(),
                config.pluginQueue(),
                Duration.ofSeconds(config.pluginTimeoutSeconds()),
                config.pluginThreads(),
                config.pluginBreakerPercent(),
                config.pluginBreakerCalls(),
                Duration.ofSeconds(config.pluginBreakerPauseSeconds()));
    }

    /** The host of the public address, in lower case. */
    public String publicHost() {
        return publicUrl.getHost();
    }

    /** Whether an address is that of a proxy whose word counts. */
    public boolean trusts(String address) {
        return trustedProxies.stream().anyMatch(network -> network.contains(address));
    }

    private static URI publicUrl(String text) {
        URI url = URI.create(text.toLowerCase(Locale.ROOT).replaceAll("/+$", ""));
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || !url.getPath().isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' is not of the form https://host:port");
        }
        return url;
    }

    private static <T> T read(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is not valid: " + e.getMessage(), e);
        }
    }

    static Stream<String> words(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(word -> !word.isEmpty());
    }
}
