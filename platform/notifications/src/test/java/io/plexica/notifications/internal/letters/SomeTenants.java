package io.plexica.notifications.internal.letters;

import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Tenants of which a test says which there are. */
final class SomeTenants {

    private SomeTenants() {}

    static Tenants of(Set<String> slugs, Supplier<String> settings) {
        return (Tenants) Proxy.newProxyInstance(
                SomeTenants.class.getClassLoader(),
                new Class<?>[] {Tenants.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "find" -> find(slugs, (String) arguments[0]);
                    case "settings" -> settings.get();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Optional<Tenant> find(Set<String> slugs, String slug) {
        return slugs.contains(slug)
                ? Optional.of(new Tenant(UUID.randomUUID(), slug, slug, TenantStatus.ACTIVE, "pro", Instant.EPOCH))
                : Optional.empty();
    }
}
