package io.plexica.audit.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.audit.internal.AuditMigrations;
import io.plexica.audit.internal.CoreAuditLog;
import io.plexica.itests.rooms.FewTenants;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whose log a super admin reads on a deployment that serves one tenant alone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeploymentScopeTest {

    private static final SchemaReady READY = new SchemaReady() {};

    private static RoomDatabase server;

    @BeforeAll
    static void start() {
        server = RoomDatabase.with(new AuditMigrations());
        CoreAuditLog log = new CoreAuditLog(server.database(), READY);
        asOperator(() -> {
            log.record("globex", "core.user.created", "user", "u9", null, null);
            log.record("acme", "core.user.created", "user", "u1", null, null);
            log.record(null, "core.plugin.published", "plugin", "crm", null, null);
            return log;
        });
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_deployment_for_all_shows_every_log() {
        assertThat(actions(null, "globex")).containsExactly("core.user.created");
    }

    @Test
    void one_for_a_single_tenant_shows_that_ones_and_the_platforms() {
        assertThat(actions("acme", "acme")).containsExactly("core.user.created");
        assertThat(actions("acme", null)).containsExactly("core.plugin.published");
        for (String other : List.of("globex", "nobody")) {
            assertThatThrownBy(() -> actions("acme", other))
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TENANT_MISMATCH));
        }
    }

    private static List<String> actions(@Nullable String served, @Nullable String asked) {
        AuditResource resource =
                new AuditResource(new AuditReader(server.database(), READY), new FewTenants().pin(served));
        return asOperator(() -> resource.list(null, null, null, null, null, asked, new PageQuery()).items().stream()
                .map(AuditEntry::action)
                .toList());
    }

    private static <T> T asOperator(java.util.function.Supplier<T> work) {
        ExecutionContext context = ExecutionContext.platform("trace").as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            return work.get();
        }
    }
}
