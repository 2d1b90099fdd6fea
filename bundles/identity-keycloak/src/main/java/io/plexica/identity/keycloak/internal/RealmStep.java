package io.plexica.identity.keycloak.internal;

import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.TenantSpec;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A tenant's realm. */
@Component
public final class RealmStep implements ProvisioningStep {

    private final KeycloakServer server;

    @Activate
    public RealmStep(@Reference KeycloakServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "realm";
    }

    @Override
    public Optional<Set<String>> needs() {
        return Optional.of(Set.of());
    }

    @Override
    public void apply(TenantSpec tenant) {
        server.realms().create(tenant);
    }

    @Override
    public void undo(TenantSpec tenant) {
        server.realms().remove(tenant);
    }
}
