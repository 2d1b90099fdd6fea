package io.plexica.embedded.internal;

import io.plexica.spi.identity.IdentityServerAccess;
import io.plexica.spi.identity.IdentityServerProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings Keycloak along. */
@Component(service = IdentityServerProvider.class)
public final class EmbeddedIdentityServer implements IdentityServerProvider {

    private final EmbeddedServers servers;

    /** Hands out the identity server of these servers. */
    @Activate
    public EmbeddedIdentityServer(@Reference EmbeddedServers servers) {
        this.servers = servers;
    }

    @Override
    public IdentityServerAccess start() throws Exception {
        return servers.identityServer();
    }
}
