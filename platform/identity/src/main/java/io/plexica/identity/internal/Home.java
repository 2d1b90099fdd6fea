package io.plexica.identity.internal;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Where a person belongs.
 *
 * @param slug the tenant; null for the platform, whose people are the super admins
 */
public record Home(@Nullable String slug) {

    /** The home of super admins. */
    public static final Home PLATFORM = new Home(null);

    /** The home of a tenant's users; without a tenant, that of super admins. */
    public static Home of(@Nullable Tenant tenant) {
        return tenant == null ? PLATFORM : new Home(tenant.slug());
    }

    /** The home that a {@link #key} stands for. */
    public static Home ofKey(String key) {
        return key.isEmpty() ? PLATFORM : new Home(key);
    }

    /** The slug, or nothing for the platform. */
    public String key() {
        return slug == null ? "" : slug;
    }

    /** The realm in the identity server. */
    public String realm() {
        return slug == null ? IdentityProvider.PLATFORM_REALM : IdentityProvider.realm(slug);
    }

    /** The table of the people. */
    public String table() {
        return slug == null ? "super_admins" : "users";
    }

    /** What the audit log calls one of them. */
    public String resource() {
        return slug == null ? "super-admin" : "user";
    }

    /** The name of an action in the audit log, such as {@code core.user.created}. */
    public String action(String what) {
        return "core." + resource() + "." + what;
    }

    /** Works on this home's tables. */
    public <T> T with(Database database, SqlWork<T> work) {
        return slug == null ? database.core(work) : database.tenant(slug, work);
    }
}
