package io.plexica.identity.keycloak.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every realm must know of the platform around it; when it changes, existing realms change too.
 *
 * @param address of the platform for browsers
 * @param logoutUrl where Keycloak tells that a session has ended
 * @param mailServer as Keycloak describes one; empty for none
 */
record RealmSurroundings(PublicAddress address, String logoutUrl, Map<String, String> mailServer) {

    private static final Pattern NAMED = Pattern.compile("(.*)<([^<>]+)>\\s*");
    private static final String PASSWORD = "password";

    /** Enough of a password's digest to notice a change, and too little to find it by guessing. */
    private static final int BYTES_OF_PASSWORD = 2;

    RealmSurroundings {
        mailServer = Map.copyOf(mailServer);
    }

    static RealmSurroundings of(KeycloakConfig config, @Nullable String mailPassword) {
        String base = config.internalUrl().strip();
        String internal = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return new RealmSurroundings(
                PublicAddress.of(config.platformUrl(), config.dev()),
                internal + "/api/v1/auth/backchannel-logout",
                mailServer(config, mailPassword));
    }

    private static Map<String, String> mailServer(KeycloakConfig config, @Nullable String password) {
        Map<String, String> server = new LinkedHashMap<>();
        String host = config.smtpHost().strip();
        if (host.isEmpty()) {
            return server;
        }
        String user = config.smtpUser().strip();
        Matcher sender = NAMED.matcher(config.smtpFrom().strip());
        boolean named = sender.matches();
        server.put("host", host);
        server.put("port", Integer.toString(config.smtpPort()));
        server.put("from", named ? sender.group(2).strip() : config.smtpFrom().strip());
        server.put("fromDisplayName", named ? sender.group(1).strip() : "");
        server.put("starttls", Boolean.toString(config.smtpTls().strip().equalsIgnoreCase("starttls")));
        server.put("ssl", Boolean.toString(config.smtpTls().strip().equalsIgnoreCase("tls")));
        server.put("auth", Boolean.toString(!user.isEmpty()));
        if (!user.isEmpty()) {
            server.put("user", user);
            server.put(PASSWORD, password == null ? "" : password);
        }
        return server;
    }

    /** The same for the same surroundings, and another for others. Holds no secret. */
    String digest() {
        Map<String, String> shown = new TreeMap<>(mailServer);
        shown.computeIfPresent(PASSWORD, (key, password) -> sha256(password).substring(0, 2 * BYTES_OF_PASSWORD));
        return sha256(address.base() + "\n" + address.dev() + "\n" + logoutUrl + "\n" + shown);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Surroundings[" + address.base() + ", " + logoutUrl + "]";
    }
}
