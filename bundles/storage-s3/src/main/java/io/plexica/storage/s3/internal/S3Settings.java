package io.plexica.storage.s3.internal;

import io.plexica.spi.tls.TrustedCertificates;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.TlsTrustManagersProvider;

/**
 * Where the server is and how to talk to it.
 *
 * @param endpoint null for Amazon's own
 * @param publicEndpoint null for none
 * @param secretKey never shown
 * @param trusted by whom the server's certificate may be signed; null for those that Java trusts
 */
record S3Settings(
        @Nullable URI endpoint,
        @Nullable URI publicEndpoint,
        String region,
        boolean pathStyle,
        String accessKey,
        String secretKey,
        @Nullable TlsTrustManagersProvider trusted,
        Duration timeout,
        int retries) {

    static S3Settings of(S3Config config, String secretKey) {
        if (config.accessKey().isBlank()) {
            throw new IllegalArgumentException("Set PLEXICA_S3_ACCESS_KEY: the storage engine 's3' needs a login");
        }
        TrustManager[] trusted = TrustedCertificates.managers("PLEXICA_S3_TRUSTSTORE", config.truststore());
        return new S3Settings(
                address("PLEXICA_S3_ENDPOINT", config.endpoint()),
                address("PLEXICA_S3_PUBLIC_ENDPOINT", config.publicEndpoint()),
                config.region().strip(),
                config.pathStyle(),
                config.accessKey().strip(),
                secretKey,
                () -> trusted,
                Duration.ofSeconds(config.timeout()),
                config.retries());
    }

    private static @Nullable URI address(String name, String text) {
        if (text.isBlank()) {
            return null;
        }
        URI address;
        try {
            address = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is no address: " + e.getMessage(), e);
        }
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getUserInfo() != null) {
            throw new IllegalArgumentException(name + " is not of the form https://host:port");
        }
        return address;
    }

    @Override
    public String toString() {
        return (endpoint == null ? "Amazon S3" : endpoint.toString()) + " in " + region + " as " + accessKey;
    }
}
