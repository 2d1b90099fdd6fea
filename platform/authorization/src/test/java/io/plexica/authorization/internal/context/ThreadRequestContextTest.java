package io.plexica.authorization.internal.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.authorization.internal.engine.Policies;
import io.plexica.authorization.internal.engine.Policy;
import io.plexica.authorization.internal.engine.Rights;
import io.plexica.authorization.internal.grants.HeldGrants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ThreadRequestContextTest {

    private final ThreadRequestContext context = new ThreadRequestContext();

    @Test
    void within_a_call_everything_is_known() {
        Tenant acme = new Tenant(UUID.randomUUID(), "acme", "Acme", TenantStatus.ACTIVE, "pro", Instant.EPOCH);
        Principal ada = new Principal(UUID.randomUUID(), "ada@acme.example", "Ada", "L", false);
        ExecutionContext call =
                ExecutionContext.platform("trace1").inTenant(acme).as(ada, held(Set.of("crm:contacts:*")));
        try (Contexts.Scope scope = Contexts.open(call)) {
            assertThat(context.tenant()).isEqualTo(acme.info());
            assertThat(context.user().email()).isEqualTo("ada@acme.example");
            assertThat(context.roles()).containsExactly("member");
            assertThat(context.hasPermission("crm:contacts:read")).isTrue();
            assertThat(context.hasPermission("crm:deals:read")).isFalse();
            assertThat(context.traceId()).isEqualTo("trace1");
            assertThat(context.workspace()).isEmpty();
            assertThatCode(() -> context.requirePermission("crm:contacts:read")).doesNotThrowAnyException();
            assertThatThrownBy(() -> context.requirePermission("crm:deals:read"))
                    .isInstanceOfSatisfying(PlexicaException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
                        assertThat(e.extensions()).containsEntry("requiredPermissions", List.of("crm:deals:read"));
                    });
        }
    }

    @Test
    void outside_any_call_there_is_nobody_and_nothing() {
        assertThat(context.findTenant()).isEmpty();
        assertThat(context.findUser()).isEmpty();
        assertThat(context.roles()).isEmpty();
        assertThat(context.hasPermission("core:users:read")).isFalse();
        assertThatThrownBy(context::tenant)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR));
        assertThatThrownBy(context::user)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED));
    }

    private static HeldGrants held(Set<String> keys, Policy... policies) {
        return new HeldGrants(
                Set.of("member"),
                new Rights(keys, Policies.of(List.of(policies))),
                Map.of(),
                Map.of(),
                Clock.systemUTC());
    }
}
