package io.plexica.search.opensearch.internal;

import io.plexica.spi.tls.TrustedCertificates;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is and how to talk to it.
 *
 * @param url without a slash at the end
 * @param login the value of a header, never shown; null for none
 * @param tls whom to trust
 * @param prefix how names of indexes begin
 */
record OpenSearchSettings(
        URI url, String user, @Nullable String login, SSLContext tls, String prefix, Duration timeout) {

    static OpenSearchSettings of(OpenSearchConfig config, @Nullable String password) {
        String user = config.user().strip();
        if (!user.isEmpty() && password == null) {
            throw new IllegalArgumentException(
                    "Set the secret PLEXICA_OPENSEARCH_PASSWORD, or no PLEXICA_OPENSEARCH_USER");
        }
        if (!config.prefix().matches("[a-z][a-z0-9]{0,29}")) {
            throw new IllegalArgumentException(
                    "PLEXICA_OPENSEARCH_PREFIX must be of at most 30 letters a-z and digits, and begin with a letter");
        }
        return new OpenSearchSettings(
                address(config.url()),
                user,
                user.isEmpty() ? null : basic(user + ":" + password),
                TrustedCertificates.context("PLEXICA_OPENSEARCH_TRUSTSTORE", config.truststore()),
                config.prefix(),
                Duration.ofSeconds(config.timeout()));
    }

    private static URI address(String text) {
        URI address;
        try {
            address = URI.create(text.strip().replaceAll("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("PLEXICA_OPENSEARCH_URL is no address: " + e.getMessage(), e);
        }
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "PLEXICA_OPENSEARCH_URL is not of the form https://host:port; the login is PLEXICA_OPENSEARCH_USER");
        }
        return address;
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return url + (user.isEmpty() ? "" : " as " + user) + ", indexes " + prefix + "_*";
    }
}
