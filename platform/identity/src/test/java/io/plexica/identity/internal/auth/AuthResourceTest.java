package io.plexica.identity.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.Recorders;
import io.plexica.identity.internal.TestSettings;
import io.plexica.identity.internal.auth.AuthBodies.Granted;
import io.plexica.identity.internal.auth.AuthBodies.Login;
import io.plexica.identity.internal.auth.AuthBodies.Session;
import io.plexica.identity.internal.keys.ApiKeyService;
import io.plexica.identity.internal.tokens.TestNode;
import io.plexica.identity.internal.tokens.TokenFixture;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.TokenAuthenticator.Identity;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.PluginRoutes;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The endpoints below {@code /auth}, without the web room. */
class AuthResourceTest {

    private TokenFixture fixture;
    private AuthResource resource;
    private Contexts.Scope scope;

    @BeforeEach
    void start() throws Exception {
        fixture = new TokenFixture();
        fixture.server.passwords.put("tenant-acme/ada@acme.test", "right");
        Logins logins = new Logins(fixture.server, fixture.tenants, new Recorders.Audit(), TestSettings.of(Map.of()));
        Sessions sessions = new Sessions(
                fixture.server,
                fixture.realms,
                fixture.revocations,
                fixture.node.users,
                fixture.authenticator,
                fixture.tenants,
                fixture.database);
        resource = new AuthResource(logins, sessions);
        scope = Contexts.open(ExecutionContext.platform(Contexts.newTraceId()));
    }

    @AfterEach
    void stop() {
        scope.close();
        fixture.close();
    }

    @Test
    void loginAnswersTokens() {
        Granted granted = resource.login(new Login("acme", " ada@acme.test ", "right"));

        assertThat(granted.tokenType()).isEqualTo("Bearer");
        assertThat(granted.expiresIn()).isEqualTo(300);
        assertThat(granted.accessToken()).isEqualTo("access");
    }

    @Test
    void bodiesThatLackSomethingAreToldAllOfIt() {
        assertThatThrownBy(() -> resource.login(new Login(null, "", "a\0b")))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting("pointer")
                                .containsExactly("/tenant", "/username", "/password"));
        fails(ErrorCode.VALIDATION_FAILED, () -> resource.login(null));
        fails(ErrorCode.VALIDATION_FAILED, () -> resource.refresh(new Session(null, null)));
        fails(ErrorCode.VALIDATION_FAILED, () -> resource.logout("Bearer x", null));
    }

    @Test
    void theIssuerOfARefreshTokenDecidesWhomToAsk() throws Exception {
        String refresh = refreshToken();

        assertThat(resource.refresh(new Session(null, refresh)).accessToken()).isEqualTo("access");
        assertThat(resource.refresh(new Session("acme", refresh)).accessToken()).isEqualTo("access");
        fails(ErrorCode.UNAUTHENTICATED, () -> resource.refresh(new Session("globex", refresh)));
        assertThat(fixture.server.calls).containsExactly("refresh tenant-acme", "refresh tenant-acme");
    }

    @Test
    void hostileRefreshTokensReachNoServer() throws Exception {
        String foreign = fixture.token().claim("iss", "http://evil.test").sign();
        String nameless = fixture.token().claim("iss", null).sign();

        for (String token : List.of("garbage", "a.b.c", "bnVsbA.bnVsbA.bnVsbA", "....", foreign, nameless)) {
            fails(ErrorCode.UNAUTHENTICATED, () -> resource.refresh(new Session(null, token)));
        }
        assertThat(fixture.server.calls).isEmpty();
    }

    @Test
    void aSuspendedTenantRefreshesNothingNorDoTokensFromBefore() throws Exception {
        String refresh = refreshToken();

        fixture.tenants.put("acme", TenantStatus.SUSPENDED);
        fails(ErrorCode.UNAUTHENTICATED, () -> resource.refresh(new Session(null, refresh)));
        fixture.tenants.put("acme", TenantStatus.ACTIVE, Instant.now().plusSeconds(1));
        fails(ErrorCode.UNAUTHENTICATED, () -> resource.refresh(new Session(null, refresh)));
    }

    @Test
    void aUserWhoseSignInsWereEndedOrWhoIsSuspendedRefreshesNothing() throws Exception {
        UUID user = UUID.randomUUID();
        String access = fixture.token().claim("sub", user.toString()).sign();
        String refresh = fixture.token()
                .claim("sub", user.toString())
                .claim("typ", "Refresh")
                .sign();
        fixture.authenticator.authenticate(access);

        new SessionEnding(fixture.revocations, fixture.node.users, fixture.database).endAll("acme", user);

        fixture.refused(access);
        fails(ErrorCode.UNAUTHENTICATED, () -> resource.refresh(new Session(null, refresh)));
        String later = fixture.token()
                .claim("sub", user.toString())
                .issued(Instant.now().plusSeconds(2))
                .sign();
        resource.refresh(new Session(null, later));
        fixture.database.tenant("acme", connection -> {
            try (var update = connection.createStatement()) {
                return update.executeUpdate("UPDATE users SET status = 'SUSPENDED' WHERE id = '" + user + "'");
            }
        });
        fails(ErrorCode.UNAUTHENTICATED, () -> resource.refresh(new Session(null, later)));
    }

    @Test
    void whoIsGoneForGoodHasNoTokensEverAgain() throws Exception {
        UUID user = UUID.randomUUID();
        String later = fixture.token()
                .claim("sub", user.toString())
                .issued(Instant.now().plusSeconds(20))
                .sign();

        new SessionEnding(fixture.revocations, fixture.node.users, fixture.database).endForGood("acme", user);

        fixture.refused(later);
        assertThat(fixture.database.text("SELECT count(*)::text FROM tenant_acme.users WHERE id = '" + user + "'"))
                .isEqualTo("0");
    }

    @Test
    void logoutKillsBothTokens() throws Exception {
        String access = fixture.token().claim("sid", "one").sign();
        String refresh = fixture.token().claim("sid", "one").sign();
        fixture.authenticator.authenticate(access);

        resource.logout("bearer " + access, new Session("acme", refresh));

        fixture.refused(access);
        fails(ErrorCode.UNAUTHENTICATED, () -> resource.refresh(new Session(null, refresh)));
        assertThat(fixture.server.calls).containsExactly("logout tenant-acme");
    }

    @Test
    void logoutWorksHereAlsoWhileTheIdentityServerIsGone() throws Exception {
        String access = fixture.token().sign();
        fixture.authenticator.authenticate(access);
        fixture.server.down = true;

        resource.logout("Bearer " + access, new Session(null, "refresh"));

        fixture.refused(access);
    }

    @Test
    void logoutFromAnotherTenantIsRefused() throws Exception {
        String access = fixture.token().sign();

        fails(ErrorCode.TENANT_MISMATCH, () -> resource.logout("Bearer " + access, new Session("globex", "refresh")));
        fixture.authenticator.authenticate(access);
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

    private String refreshToken() throws Exception {
        return fixture.token().claim("typ", "Refresh").sign();
    }

    private static Me as(Identity identity, MeResource resource) {
        ExecutionContext context = ExecutionContext.platform(Contexts.newTraceId())
                .inTenant(identity.tenant())
                .as(identity.principal(), new SomeGrants());
        try (Contexts.Scope inner = Contexts.open(context)) {
            return resource.me();
        }
    }

    private static void fails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private record OneWorkspace(WorkspaceInfo home) implements Workspaces {

        @Override
        public List<Membership> of(String slug, UUID user) {
            return List.of(new Membership(home, WorkspaceRole.MEMBER));
        }

        @Override
        public Membership enter(String slug, UUID user, @Nullable UUID wanted, boolean everywhere) {
            return of(slug, user).get(0);
        }

        @Override
        public void addMember(String slug, UUID workspace, UUID user, WorkspaceRole role) {
            throw new UnsupportedOperationException("not part of these tests");
        }

        @Override
        public List<WorkspaceInfo> all(String slug) {
            return List.of(home);
        }
    }

    private static final class SomeGrants implements Grants {
        @Override
        public Set<String> roles() {
            return Set.of("member", "admin");
        }

        @Override
        public Set<String> keys() {
            return Set.of("crm:*", "core:users:read");
        }

        @Override
        public boolean covers(String key) {
            return true;
        }
    }

    private static final class TwoPlugins implements PluginRoutes {
        @Override
        public @Nullable Route find(String pluginId, @Nullable String tenantSlug) {
            return null;
        }

        @Override
        public List<PluginRef> enabled(String tenantSlug) {
            return List.of(new PluginRef("billing", "1.0.0"), new PluginRef("crm", "1.2.0"));
        }
    }
}
