package io.plexica.identity.internal.rest;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.Home;
import io.plexica.spi.tenancy.Tenant;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose home a public call means: never the platform's where host or path name a tenant that is not there. */
final class AddressedHome {

    private static final Pattern TENANT_PATH = Pattern.compile(".*/t/[^/]*/api/v1/?");

    /** Hosts below the public one that are no tenants. */
    private static final Set<String> OTHER_HOSTS = Set.of("admin", "api", "www");

    private AddressedHome() {}

    /**
     * Finds the home.
     *
     * @param tenant the tenant of the call, null where none was found
     * @param base the address at which the caller sees the API
     * @param site the address of the whole site
     * @throws PlexicaException {@code tenant-not-active}, or {@code not-found} for a tenant that is not there
     */
    static Home home(@Nullable Tenant tenant, URI base, URI site) {
        if (tenant != null && !tenant.isActive()) {
            throw new PlexicaException(
                    ErrorCode.TENANT_NOT_ACTIVE,
                    "The tenant is not active at the moment; ask the operator of the platform");
        }
        if (tenant == null && (TENANT_PATH.matcher(base.getRawPath()).matches() || namesTenant(base, site))) {
            throw PlexicaException.notFound("There is no tenant of that name; check the address");
        }
        return Home.of(tenant);
    }

    private static boolean namesTenant(URI base, URI site) {
        String host = String.valueOf(base.getHost()).toLowerCase(Locale.ROOT);
        String below = "." + String.valueOf(site.getHost()).toLowerCase(Locale.ROOT);
        if (!host.endsWith(below)) {
            return false;
        }
        String label = host.substring(0, host.length() - below.length());
        return !label.isEmpty() && !OTHER_HOSTS.contains(label);
    }
}
