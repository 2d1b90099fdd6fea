package io.plexica.web.internal.call;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.TokenAuthenticator.Identity;
import io.plexica.spi.tenancy.Tenant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In which tenant a call works: the one of the token, which names in header, host and path may only repeat; for a super
 * admin the one that is named; for nobody the one of host or path. On the host of the super admins no tenant's token is
 * taken.
 *
 * @param tenant where the caller works
 * @param addressed the tenant of host or path, all that a public call may know
 * @param unknown a tenant of host or path that does not exist
 */
public record CallPlace(
        @Nullable Tenant tenant,
        @Nullable Tenant addressed,
        @Nullable String unknown) {

    private static final CallPlace NOWHERE = new CallPlace(null, null, null);

    /**
     * The tenants that a call names.
     *
     * @param header in the header
     * @param host in the host
     * @param operators whether the host is that of the super admins, which is no tenant's
     * @param target in the path
     */
    record Names(@Nullable String header, @Nullable String host, boolean operators, CallTarget target) {

        boolean byAddress() {
            return host != null || target.pathTenant() != null;
        }

        /** Whether anything names another tenant than this one. */
        boolean nameOtherThan(String slug) {
            return isOther(header, slug)
                    || isOther(host, slug)
                    || isOther(target.pathTenant(), slug)
                    || isOther(inPath(), slug);
        }

        boolean nameAny() {
            return header != null || byAddress() || inPath() != null;
        }

        private static boolean isOther(@Nullable String name, String slug) {
            return name != null && !name.equals(slug);
        }

        /** The slug in {@code /tenants/<slug>}; null when it stands for the caller's own tenant. */
        @Nullable
        String inPath() {
            String named = target.namedTenant();
            return CallTarget.CURRENT.equals(named) ? null : named;
        }
    }

    /**
     * Decides.
     *
     * @param identity who calls; null for nobody
     * @param pinned the one tenant that this deployment serves; null where it serves all
     * @param find the tenants that exist
     */
    static CallPlace of(
            @Nullable Identity identity,
            Names names,
            @Nullable String pinned,
            Function<String, Optional<Tenant>> find) {
        Tenant own = identity == null ? null : identity.tenant();
        if (pinned != null
                && (names.nameOtherThan(pinned) || own != null && !own.slug().equals(pinned))) {
            throw mismatch("This deployment serves another tenant than the one that this call has to do with");
        }
        if (identity == null) {
            return addressed(names, find);
        }
        if (own == null) {
            return identity.scope() == null ? superAdmin(names, find) : machine(names);
        }
        if (names.operators()) {
            throw mismatch("This address is for super admins, and your sign-in is for a tenant: use the tenant's own");
        }
        if (names.nameOtherThan(own.slug())) {
            throw mismatch("Your sign-in is for another tenant than the one that this call names");
        }
        return new CallPlace(own, names.byAddress() ? own : null, null);
    }

    /** A machine of the platform works in no tenant. */
    private static CallPlace machine(Names names) {
        if (names.nameAny()) {
            throw mismatch("This key is for the platform itself, and the call names a tenant");
        }
        return NOWHERE;
    }

    private static PlexicaException mismatch(String detail) {
        return new PlexicaException(ErrorCode.TENANT_MISMATCH, detail);
    }

    private static CallPlace superAdmin(Names names, Function<String, Optional<Tenant>> find) {
        String inside = names.target().insideNamed() ? names.inPath() : null;
        String slug = same(same(names.header(), inside), address(names));
        if (slug == null) {
            return NOWHERE;
        }
        Tenant tenant = find.apply(slug)
                .orElseThrow(() -> PlexicaException.notFound("There is no such tenant; see the list of tenants"));
        return new CallPlace(tenant, names.byAddress() ? tenant : null, null);
    }

    private static CallPlace addressed(Names names, Function<String, Optional<Tenant>> find) {
        String slug = address(names);
        if (slug == null) {
            return NOWHERE;
        }
        Tenant tenant = find.apply(slug).orElse(null);
        return new CallPlace(tenant, tenant, tenant == null ? slug : null);
    }

    private static @Nullable String address(Names names) {
        return same(names.host(), names.target().pathTenant());
    }

    /** The one name that was given, in one place or in both. */
    private static @Nullable String same(@Nullable String one, @Nullable String other) {
        if (one != null && other != null && !one.equals(other)) {
            throw PlexicaException.validation(
                    new FieldError("/" + Headers.TENANT, "must name the same tenant as host and path do"));
        }
        return one == null ? other : one;
    }
}
