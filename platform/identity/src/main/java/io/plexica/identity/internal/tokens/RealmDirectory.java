package io.plexica.identity.internal.tokens;

import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which realms there are and whose they are. Answered from memory. */
@Component(service = RealmDirectory.class)
public final class RealmDirectory {

    private static final String TENANT_PREFIX = IdentityProvider.realm("");

    private final IdentityProvider provider;
    private final Tenants tenants;

    @Activate
    public RealmDirectory(@Reference IdentityProvider provider, @Reference Tenants tenants) {
        this.provider = provider;
        this.tenants = tenants;
    }

    /** The owner of the realm with exactly this issuer; empty when no such realm belongs to anybody. */
    public Optional<RealmOwner> ofIssuer(String issuer) {
        return provider.realmOf(issuer)
                .filter(realm -> provider.issuer(realm).equals(issuer))
                .flatMap(this::owner);
    }

    /** The tenant of a realm as it is now; empty when it is gone or another by the same slug. */
    public Optional<Tenant> tenant(RealmOwner owner) {
        return owner.slug() == null
                ? Optional.empty()
                : tenants.find(owner.slug()).filter(tenant -> tenant.id().equals(owner.tenant()));
    }

    /**
     * The realm of a tenant, or the platform's where none is named.
     *
     * @param id which tenant is meant by the slug
     */
    Optional<RealmOwner> ofTenant(@Nullable String slug, @Nullable String id) {
        return slug == null
                ? Optional.of(RealmOwner.platform(IdentityProvider.PLATFORM_REALM))
                : tenants.find(slug)
                        .filter(tenant -> tenant.id().toString().equals(id))
                        .map(tenant -> RealmOwner.of(IdentityProvider.realm(slug), tenant));
    }

    private Optional<RealmOwner> owner(String realm) {
        if (realm.equals(IdentityProvider.PLATFORM_REALM)) {
            return Optional.of(RealmOwner.platform(realm));
        }
        if (!realm.startsWith(TENANT_PREFIX)) {
            return Optional.empty();
        }
        return tenants.find(realm.substring(TENANT_PREFIX.length())).map(tenant -> RealmOwner.of(realm, tenant));
    }
}
