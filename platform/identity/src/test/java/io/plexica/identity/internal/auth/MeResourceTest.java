package io.plexica.identity.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.identity.internal.Recorders;
import io.plexica.identity.internal.keys.ApiKeyService;
import io.plexica.identity.internal.tokens.TestNode;
import io.plexica.identity.internal.tokens.TokenFixture;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.TokenAuthenticator.Identity;
import io.plexica.spi.tenancy.Workspaces;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code /auth/me} tells callers, without the web room. */
class MeResourceTest {

    private TokenFixture fixture;
    private Contexts.Scope scope;

    @BeforeEach
    void start() throws Exception {
        fixture = new TokenFixture();
        scope = Contexts.open(ExecutionContext.platform(Contexts.newTraceId()));
    }

    @AfterEach
    void stop() {
        scope.close();
        fixture.close();
    }

    @Test
    void meTellsWhoAndWhereTheCallerIs() throws Exception {
        WorkspaceInfo home = new WorkspaceInfo(UUID.randomUUID(), "default", "Default");
        MeResource resource = me(new OneWorkspace(home));
        Identity identity = fixture.authenticator.authenticate(fixture.token().sign());

        Me me = as(identity, resource);

        assertThat(me.user().email()).isEqualTo("ada@acme.test");
        assertThat(me.superAdmin()).isFalse();
        assertThat(me.tenant()).isNotNull();
        assertThat(me.tenant().theme().path("logo").asText()).isEqualTo("acme.svg");
        assertThat(me.workspace()).isEqualTo(me.workspaces().get(0));
        assertThat(me.workspaces().get(0).role()).isEqualTo("MEMBER");
        assertThat(me.roles()).containsExactly("admin", "member");
        assertThat(me.permissions()).containsExactly("core:users:read", "crm:*");
        assertThat(me.plugins()).extracting("id").containsExactly("billing", "crm");
    }

    @Test
    void meAnswersASuperAdminWithoutATenant() {
        Principal root = new Principal(UUID.randomUUID(), "root@plexica.test", null, null, true);

        Me me = as(new Identity(root, null), me(null));

        assertThat(me.superAdmin()).isTrue();
        assertThat(me.tenant()).isNull();
        assertThat(me.workspace()).isNull();
        assertThat(me.workspaces()).isEmpty();
        assertThat(me.plugins()).isEmpty();
    }

    private MeResource me(@Nullable Workspaces workspaces) {
        ApiKeyService keys = new ApiKeyService(
                fixture.database,
                new Recorders.Roles(),
                new Recorders.Audit(),
                fixture.revocations,
                fixture.settings,
                TestNode.READY);
        return new MeResource(new TwoPlugins(), workspaces, fixture.tenants, new Recorders.Roles(), keys);
    }

    private static Me as(Identity identity, MeResource resource) {
        ExecutionContext context = ExecutionContext.platform(Contexts.newTraceId())
                .inTenant(identity.tenant())
                .as(identity.principal(), new SomeGrants());
        try (Contexts.Scope inner = Contexts.open(context)) {
            return resource.me();
        }
    }
}
