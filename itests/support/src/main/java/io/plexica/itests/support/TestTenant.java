package io.plexica.itests.support;

import io.plexica.itests.support.Credentials.Login;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A tenant made for one test.
 *
 * @param slug its slug
 * @param admin its first admin
 */
public record TestTenant(String slug, Login admin) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Makes a tenant with a slug of its own. */
    public static TestTenant create(Platform platform) {
        String slug = freshSlug();
        Login admin = new Login(slug, "admin@" + slug + ".example", "First-Admin-" + NUMBER.get());
        platform.boss().post("/api/v1/tenants", body(slug, admin)).expect(201);
        return new TestTenant(slug, admin);
    }

    /** A slug that nobody has, in any run. */
    public static String freshSlug() {
        return "t" + Long.toString(System.currentTimeMillis(), 36) + "-" + NUMBER.incrementAndGet();
    }

    /** The body that creates a tenant. */
    public static Map<String, Object> body(String slug, Login admin) {
        return Map.of(
                "slug",
                slug,
                "name",
                "Tenant " + slug,
                "plan",
                "enterprise",
                "admin",
                Map.of(
                        "email",
                        admin.username(),
                        "firstName",
                        "Ada",
                        "lastName",
                        "Admin",
                        "password",
                        admin.password()));
    }

    /** Where the tenant's plugin is administered. */
    public String plugin(String id) {
        return "/api/v1/tenants/" + slug + "/plugins/" + id;
    }

    /** The tenant's own admin. */
    public Http client(Platform platform) {
        return platform.as(admin);
    }
}
