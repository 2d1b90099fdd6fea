package io.plexica.audit.internal.read;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

/** Whose log a deployment shows: one that serves a single tenant shows no other's, not even of one that is gone. */
public final class DeploymentScope {

    private DeploymentScope() {}

    /** Refuses another tenant's log; null asks for no tenant's. */
    public static void demand(Tenants tenants, @Nullable String slug) {
        if (slug != null && !tenants.pinned().map(slug::equals).orElse(true)) {
            throw new PlexicaException(ErrorCode.TENANT_MISMATCH, "This deployment serves another tenant");
        }
    }
}
