package io.plexica.embedded.internal.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.plexica.embedded.internal.server.Passwords;
import io.plexica.embedded.internal.server.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of {@code credentials.json}. Written before anybody is created, so that an interrupted first start goes on
 * with the same passwords.
 *
 * @param url where tenants reach the platform
 * @param adminUrl where super admins do
 * @param superAdmin the first super admin
 * @param tenants the users of each tenant, by role
 */
record DemoCredentials(String url, String adminUrl, Login superAdmin, Map<String, Map<String, Login>> tenants) {

    static final String ADMIN = "admin";
    static final List<String> OTHERS = List.of("member", "viewer");
    static final List<String> TENANTS = List.of("acme", "globex");

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Somebody who can sign in. */
    record Login(String username, String password) {

        static Login of(String username) {
            return new Login(username, Passwords.fresh());
        }

        @Override
        public String toString() {
            return "Login[username=" + username + "]";
        }
    }

    /** Those of the file; makes them when there is none. */
    static DemoCredentials readOrMake(Path file, String url) throws IOException {
        if (Files.exists(file)) {
            return JSON.readValue(file.toFile(), DemoCredentials.class);
        }
        DemoCredentials fresh = fresh(url);
        PrivateFiles.write(file, JSON.writeValueAsString(fresh) + "\n");
        return fresh;
    }

    private static DemoCredentials fresh(String url) {
        Map<String, Map<String, Login>> tenants = new LinkedHashMap<>();
        for (String tenant : TENANTS) {
            Map<String, Login> users = new LinkedHashMap<>();
            users.put(ADMIN, Login.of(ADMIN + "@" + tenant + ".example"));
            OTHERS.forEach(role -> users.put(role, Login.of(role + "@" + tenant + ".example")));
            tenants.put(tenant, users);
        }
        return new DemoCredentials(url, adminUrl(url), Login.of("super@plexica.example"), tenants);
    }

    private static String adminUrl(String url) {
        URI address = URI.create(url);
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://admin." + address.getHost() + port;
    }
}
