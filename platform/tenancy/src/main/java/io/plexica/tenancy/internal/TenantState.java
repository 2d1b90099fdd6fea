package io.plexica.tenancy.internal;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.plexica.spi.tenancy.TenantStatus;

/** What the audit log keeps of a tenant before and after a change. */
record TenantState(
        String slug,
        String name,
        TenantStatus status,
        String plan,
        @JsonRawValue String settings,
        @JsonRawValue String theme) {

    static TenantState of(TenantRow row) {
        return new TenantState(row.slug(), row.name(), row.status(), row.plan(), row.settings(), row.theme());
    }
}
