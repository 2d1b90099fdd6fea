package io.plexica.identity.internal.tokens;

import io.plexica.spi.tenancy.Tenant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A realm and whose it is. A slug may be used again after a failed provisioning; the tenant's id tells the two apart.
 *
 * @param realm the realm's name
 * @param tenant id of its tenant; null for the realm of the super admins
 * @param slug slug of its tenant; null for the realm of the super admins
 */
public record RealmOwner(
        String realm, @Nullable UUID tenant, @Nullable String slug) {

    static RealmOwner platform(String realm) {
        return new RealmOwner(realm, null, null);
    }

    static RealmOwner of(String realm, Tenant tenant) {
        return new RealmOwner(realm, tenant.id(), tenant.slug());
    }
}
