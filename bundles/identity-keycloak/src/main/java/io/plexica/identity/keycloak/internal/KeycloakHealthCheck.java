package io.plexica.identity.keycloak.internal;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.health.HealthCheck;
import io.plexica.spi.identity.IdentityProvider;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether Keycloak answers. People who are signed in are served without it, so the platform is ready without it. */
@Component
public final class KeycloakHealthCheck implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final KeycloakServer server;

    @Activate
    public KeycloakHealthCheck(@Reference KeycloakServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public boolean neededForReady() {
        return false;
    }

    @Override
    public Health check() {
        String complaint = server.complaint();
        if (complaint != null) {
            return Health.down(complaint);
        }
        try {
            String url = server.access().url() + "/realms/" + IdentityProvider.PLATFORM_REALM;
            KeycloakReply reply = server.http().get(url, null, PATIENCE);
            return reply.isOk() ? Health.UP : Health.down("Keycloak answers with status " + reply.status());
        } catch (PlexicaException e) {
            return Health.down(e.detail());
        }
    }
}
