package io.plexica.tenancy.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.spi.tenancy.Tenants.NewAdmin;
import io.plexica.spi.tenancy.Tenants.NewTenant;
import org.jspecify.annotations.Nullable;

/** A tenant as somebody wants it, not checked yet: anything may be missing. */
public record TenantDraft(
        @Nullable String slug,
        @Nullable String name,
        @Nullable String plan,
        @Nullable JsonNode settings,
        @Nullable JsonNode theme,
        @Nullable Admin admin) {

    /** What another room wants. */
    static TenantDraft of(NewTenant wanted) {
        return new TenantDraft(wanted.slug(), wanted.name(), wanted.plan(), null, null, Admin.of(wanted.admin()));
    }

    /** The first admin as somebody wants it. */
    public record Admin(
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String password) {

        static Admin of(NewAdmin admin) {
            return new Admin(admin.email(), admin.firstName(), admin.lastName(), admin.password());
        }

        @Override
        public String toString() {
            return "Admin[email=" + email + "]";
        }
    }
}
