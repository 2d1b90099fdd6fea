package io.plexica.cache.redis.internal;

import io.plexica.spi.tls.TrustedCertificates;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;

/**
 * Where Redis is and how to talk to it.
 *
 * @param nodes its addresses; several are those of a cluster
 * @param tls whom to trust; null for a way that anybody may read on
 * @param user null for the default one
 * @param password null for none; never shown
 * @param nearBytes what a node keeps in its own memory
 */
public record RedisSettings(
        Set<HostAndPort> nodes,
        @Nullable SSLContext tls,
        int database,
        @Nullable String user,
        @Nullable String password,
        int timeoutMillis,
        long nearBytes) {

    private static final int STANDARD_PORT = 6379;

    static RedisSettings of(RedisConfig config, @Nullable String password) {
        List<URI> urls = Stream.of(config.cacheUrl().split(","))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(RedisSettings::url)
                .toList();
        Set<HostAndPort> nodes = new LinkedHashSet<>();
        urls.forEach(
                url -> nodes.add(new HostAndPort(url.getHost(), url.getPort() < 0 ? STANDARD_PORT : url.getPort())));
        if (urls.stream().map(URI::getScheme).distinct().count() > 1) {
            throw new IllegalArgumentException("PLEXICA_CACHE_URL must not mix redis:// and rediss://");
        }
        URI first = urls.get(0);
        int database = database(first);
        if (nodes.size() > 1 && database != 0) {
            throw new IllegalArgumentException("PLEXICA_CACHE_URL names a database, and a cluster has but one");
        }
        String user = config.cacheUser().isBlank() ? null : config.cacheUser().strip();
        SSLContext tls = first.getScheme().equals("rediss")
                ? TrustedCertificates.context("PLEXICA_CACHE_TRUSTSTORE", config.cacheTruststore())
                : null;
        return new RedisSettings(
                Set.copyOf(nodes), tls, database, user, password, config.cacheTimeoutMillis(), config.cacheNearBytes());
    }

    boolean isCluster() {
        return nodes.size() > 1;
    }

    @Override
    public String toString() {
        return "Redis at " + nodes + (tls == null ? "" : " by TLS") + (isCluster() ? ", a cluster" : "");
    }

    private static URI url(String text) {
        try {
            URI url = URI.create(text);
            boolean known = "redis".equals(url.getScheme()) || "rediss".equals(url.getScheme());
            if (known && url.getHost() != null && url.getUserInfo() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(refusal(), e);
        }
        throw new IllegalArgumentException(refusal());
    }

    /** Does not repeat what was given: it may hold a password. */
    private static String refusal() {
        return "PLEXICA_CACHE_URL must be of the form redis://host:port or rediss://host:port, without login and password:"
                + " those are PLEXICA_CACHE_USER and the secret CACHE_PASSWORD";
    }

    private static int database(URI url) {
        String path = url.getPath() == null ? "" : url.getPath().replaceFirst("^/", "");
        if (path.isEmpty()) {
            return 0;
        }
        if (!path.matches("\\d{1,4}")) {
            throw new IllegalArgumentException("PLEXICA_CACHE_URL names a database that is no number");
        }
        return Integer.parseInt(path);
    }
}
