package io.plexica.identity.keycloak.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.doctor.Examination;
import io.plexica.spi.doctor.Finding;
import io.plexica.spi.identity.IdentityServerAccess;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keycloak as the platform finds it: its address and issuer, the admin's login, its clock. */
@Component(service = Examination.class)
public final class KeycloakExamination implements Examination {

    private static final int ODD = 5;
    private static final int LEEWAY = 30;

    private final KeycloakServer server;

    /** Asks this server. */
    @Activate
    public KeycloakExamination(@Reference KeycloakServer server) {
        this.server = server;
    }

    @Override
    public String area() {
        return "keycloak";
    }

    @Override
    public List<Finding> examine() throws IOException {
        List<Finding> findings = new ArrayList<>();
        String complaint = server.complaint();
        findings.add(
                complaint == null
                        ? Finding.ok("issuer", "is the expected one")
                        : Finding.fail(
                                "issuer", complaint, "set PLEXICA_KEYCLOAK_PUBLIC_URL to Keycloak's own address"));
        try {
            IdentityServerAccess access = server.access();
            findings.add(publicAddress(URI.create(access.publicUrl())));
            String token = new AdminToken(server.http(), Clock.systemUTC()).get(access);
            findings.add(Finding.ok("admin", "can sign in"));
            findings.add(clock(issued(token), Instant.now()));
        } catch (PlexicaException e) {
            findings.add(Finding.fail(
                    "admin",
                    e.detail(),
                    "see that Keycloak runs at PLEXICA_KEYCLOAK_URL and takes PLEXICA_KEYCLOAK_ADMIN_USER"));
        }
        return findings;
    }

    static Finding clock(Instant issued, Instant now) {
        long skew = Duration.between(issued, now).abs().toSeconds();
        return Finding.below(
                "clock", skew + " s beside Keycloak's", skew, ODD, LEEWAY, "keep both by NTP: tokens go by it");
    }

    static Finding publicAddress(URI address) {
        boolean local = List.of("localhost", "127.0.0.1", "::1", "[::1]").contains(address.getHost());
        return local || "https".equals(address.getScheme())
                ? Finding.ok("public address", address.toString())
                : Finding.warn(
                        "public address", address + " is not encrypted", "serve it by https: passwords go there");
    }

    private static Instant issued(String token) throws IOException {
        String[] parts = token.split("\\.");
        JsonNode claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[Math.min(1, parts.length - 1)]));
        return Instant.ofEpochSecond(claims.path("iat").asLong());
    }
}
