package io.plexica.testkit;

import io.plexica.api.context.RequestContext;
import io.plexica.api.context.TenantInfo;
import io.plexica.api.context.UserInfo;
import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.testkit.internal.Names;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A caller made up for a test: {@code TestContext.inTenant("acme").withPermissions("crm:contacts:read")}. Immutable; the
 * same names always give the same ids. Works without a database, as the {@link RequestContext} of a class under test, and
 * with {@link PluginFixture#as} as the caller of a unit of work.
 */
public final class TestContext implements RequestContext {

    private final @Nullable TenantInfo tenant;
    private final @Nullable WorkspaceInfo workspace;
    private final @Nullable UserInfo user;
    private final Set<String> roles;
    private final Set<String> permissions;

    private TestContext(
            @Nullable TenantInfo tenant,
            @Nullable WorkspaceInfo workspace,
            @Nullable UserInfo user,
            Set<String> roles,
            Set<String> permissions) {
        this.tenant = tenant;
        this.workspace = workspace;
        this.user = user;
        this.roles = Set.copyOf(roles);
        this.permissions = Set.copyOf(permissions);
    }

    /** A user of a tenant, without any right. */
    public static TestContext inTenant(String slug) {
        TenantInfo tenant = new TenantInfo(Names.id("tenant", slug), slug, Names.title(slug), "enterprise");
        return new TestContext(tenant, null, null, Set.of(), Set.of()).withUser("user@" + slug + ".example");
    }

    /** Nobody, nowhere: a thread of the plugin's own. */
    public static TestContext nowhere() {
        return new TestContext(null, null, null, Set.of(), Set.of());
    }

    /** The same caller under another address. */
    public TestContext withUser(String email) {
        UserInfo other = new UserInfo(Names.id("user", email), email, null, null, false);
        return new TestContext(tenant, workspace, other, roles, permissions);
    }

    /** Nobody in the same place, as in a public call. */
    public TestContext withoutUser() {
        return new TestContext(tenant, workspace, null, Set.of(), Set.of());
    }

    /** The same caller in a workspace. */
    public TestContext inWorkspace(String slug) {
        WorkspaceInfo other = new WorkspaceInfo(Names.id("workspace", slug), slug, Names.title(slug));
        return new TestContext(tenant, other, user, roles, permissions);
    }

    /** The same caller with exactly these roles. Roles give no permissions here: name those too. */
    public TestContext withRoles(String... names) {
        return new TestContext(tenant, workspace, user, Set.of(names), permissions);
    }

    /** The same caller with exactly these permissions; wildcards such as {@code crm:*} are understood. */
    public TestContext withPermissions(String... keys) {
        return new TestContext(tenant, workspace, user, roles, Set.of(keys));
    }

    @Override
    public TenantInfo tenant() {
        return findTenant()
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.INTERNAL_ERROR, "This test runs in no tenant: begin with TestContext.inTenant"));
    }

    @Override
    public Optional<TenantInfo> findTenant() {
        return Optional.ofNullable(tenant);
    }

    @Override
    public Optional<WorkspaceInfo> workspace() {
        return Optional.ofNullable(workspace);
    }

    @Override
    public UserInfo user() {
        return findUser().orElseThrow(() -> new PlexicaException(ErrorCode.UNAUTHENTICATED, "Nobody is signed in"));
    }

    @Override
    public Optional<UserInfo> findUser() {
        return Optional.ofNullable(user);
    }

    @Override
    public Set<String> roles() {
        return roles;
    }

    /** The permissions as they were given, wildcards among them. */
    public Set<String> permissions() {
        return permissions;
    }

    @Override
    public boolean hasPermission(String key) {
        return permissions.stream().anyMatch(granted -> Names.covers(granted, key));
    }

    @Override
    public void requirePermission(String key) {
        if (!hasPermission(key)) {
            throw new PlexicaException(ErrorCode.PERMISSION_DENIED, "You need the permission " + key)
                    .with("requiredPermissions", Set.of(key));
        }
    }

    /** Permissions alone decide here: a test has no policies. */
    @Override
    public void check(String key, Object resource) {
        requirePermission(key);
    }

    @Override
    public <T> List<T> filter(String key, Collection<T> resources) {
        return hasPermission(key) ? List.copyOf(resources) : List.of();
    }

    @Override
    public String traceId() {
        return "0123456789abcdef0123456789abcdef";
    }
}
