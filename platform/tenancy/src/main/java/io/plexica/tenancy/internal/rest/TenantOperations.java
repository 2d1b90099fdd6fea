package io.plexica.tenancy.internal.rest;

import static java.util.Objects.requireNonNull;

import io.plexica.spi.operations.Operations;
import io.plexica.spi.operations.Operations.Operation;
import io.plexica.spi.web.IfMatch;
import io.plexica.tenancy.internal.Progress;
import io.plexica.tenancy.internal.TenantDraft;
import io.plexica.tenancy.internal.TenantJson;
import io.plexica.tenancy.internal.TenantRow;
import io.plexica.tenancy.internal.TenantService;
import java.util.function.Function;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Making and removing tenants while the caller goes on. What can be refused at once is; the operation belongs to the
 * platform, since the tenant is not there yet or soon not any more.
 */
final class TenantOperations {

    private final TenantService tenants;
    private final Operations operations;

    TenantOperations(TenantService tenants, Operations operations) {
        this.tenants = tenants;
        this.operations = operations;
    }

    Operation create(@Nullable TenantDraft draft) {
        Function<Progress, TenantRow> creation = tenants.checked(draft);
        return operations.startAbout(
                "core.tenant.create",
                String.valueOf(requireNonNull(draft).slug()),
                progress -> TenantJson.of(creation.apply(new StepProgress(progress, tenants.steps()))));
    }

    /** Refuses at once whoever has read another state, and again when the work gets to it. */
    Operation delete(String slug, IfMatch condition) {
        TenantRow row = tenants.get(slug);
        condition.require(row.version());
        return operations.startAbout("core.tenant.delete", row.slug(), progress -> {
            tenants.deleteForEver(row.slug(), condition, new StepProgress(progress, tenants.steps()));
            return null;
        });
    }

    static Response answer(Operation operation) {
        return Response.accepted(operation.summary())
                .header(HttpHeaders.LOCATION, operation.location())
                .header("Preference-Applied", "respond-async")
                .build();
    }
}
