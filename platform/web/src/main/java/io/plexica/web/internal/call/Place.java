package io.plexica.web.internal.call;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.TokenAuthenticator.Identity;
import io.plexica.spi.tenancy.Tenant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which tenant a call works: the one of the token, which names in header, host and path may only repeat; for a super
 * admin the one that is named; for nobody the one of host or path.
 *
 * @param tenant where the caller works
 * @param addressed the tenant of host or path, all that a public call may know
 * @param unknown a tenant of host or path that does not exist
 */
public record Place(
        @Nullable Tenant tenant,
        @Nullable Tenant addressed,
        @Nullable String unknown) {

    /** The tenants that a call names. */
    record Names(@Nullable String header, @Nullable String host, Target target) {

        Stream<String> byAddress() {
            return Stream.of(Optional.ofNullable(host), Optional.ofNullable(target.pathTenant()))
                    .flatMap(Optional::stream);
        }

        Stream<String> all() {
            return Stream.concat(Stream.ofNullable(header), byAddress());
        }

        /** The slug in {@code /tenants/<slug>}, unless it stands for the caller's own tenant. */
        Stream<String> inPath() {
            return Stream.ofNullable(target.namedTenant()).filter(name -> !name.equals(Target.CURRENT));
        }
    }

    /**
     * Decides.
     *
     * @param identity who calls; null for nobody
     * @param find the tenants that exist
     */
    static Place of(@Nullable Identity identity, Names names, Function<String, Optional<Tenant>> find) {
        if (identity == null) {
            return addressed(names, find);
        }
        Tenant own = identity.tenant();
        return own == null ? superAdmin(names, find) : member(own, names);
    }

    private static Place member(Tenant own, Names names) {
        boolean elsewhere = Stream.concat(names.all(), names.inPath()).anyMatch(name -> !name.equals(own.slug()));
        if (elsewhere) {
            throw new PlexicaException(
                    ErrorCode.TENANT_MISMATCH, "Your sign-in is for another tenant than the one that this call names");
        }
        return new Place(own, names.byAddress().findAny().isPresent() ? own : null, null);
    }

    private static Place superAdmin(Names names, Function<String, Optional<Tenant>> find) {
        Stream<String> inPath = names.target().insideNamed() ? names.inPath() : Stream.empty();
        String slug = only(Stream.concat(names.all(), inPath));
        if (slug == null) {
            return new Place(null, null, null);
        }
        Tenant tenant = find.apply(slug)
                .orElseThrow(() -> PlexicaException.notFound("There is no such tenant; see the list of tenants"));
        return new Place(tenant, names.byAddress().findAny().isPresent() ? tenant : null, null);
    }

    private static Place addressed(Names names, Function<String, Optional<Tenant>> find) {
        String slug = only(names.byAddress());
        if (slug == null) {
            return new Place(null, null, null);
        }
        Tenant tenant = find.apply(slug).orElse(null);
        return new Place(tenant, tenant, tenant == null ? slug : null);
    }

    private static @Nullable String only(Stream<String> named) {
        Set<String> slugs =
                new LinkedHashSet<>(List.of(named.filter(Objects::nonNull).toArray(String[]::new)));
        if (slugs.size() > 1) {
            throw PlexicaException.validation(
                    new FieldError("/" + Headers.TENANT, "must name the same tenant as host and path do"));
        }
        return slugs.isEmpty() ? null : slugs.iterator().next();
    }
}
