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
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private final List<Denial> denials;

    /** What a policy refuses. */
    private record Denial(String pattern, Predicate<Object> resources) {}

    private TestContext(
            @Nullable TenantInfo tenant,
            @Nullable WorkspaceInfo workspace,
            @Nullable UserInfo user,
            Set<String> roles,
            Set<String> permissions,
            List<Denial> denials) {
        this.tenant = tenant;
        this.workspace = workspace;
        this.user = user;
        this.roles = Set.copyOf(roles);
        this.permissions = Set.copyOf(permissions);
        this.denials = List.copyOf(denials);
    }

    /** A user of a tenant, in its default workspace, without any right. */
    public static TestContext inTenant(String slug) {
        TenantInfo tenant = new TenantInfo(Names.id("tenant", slug), slug, Names.title(slug), "enterprise");
        return new TestContext(tenant, null, null, Set.of(), Set.of(), List.of())
                .inWorkspace(Names.DEFAULT_WORKSPACE)
                .withUser("user@" + slug + ".example");
    }

    /** Nobody, nowhere: a thread of the plugin's own. */
    public static TestContext nowhere() {
        return new TestContext(null, null, null, Set.of(), Set.of(), List.of());
    }

    /** The same caller under another address. */
    public TestContext withUser(String email) {
        UserInfo other = new UserInfo(Names.id("user", email), email, null, null, false);
        return new TestContext(tenant, workspace, other, roles, permissions, denials);
    }

    /** Nobody in the same place, as in a public call. */
    public TestContext withoutUser() {
        return new TestContext(tenant, workspace, null, Set.of(), Set.of(), List.of());
    }

    /** The same caller in a workspace of the tenant; everybody begins in the one called {@code default}. */
    public TestContext inWorkspace(String slug) {
        WorkspaceInfo other = new WorkspaceInfo(Names.workspace(tenant().slug(), slug), slug, Names.title(slug));
        return new TestContext(tenant, other, user, roles, permissions, denials);
    }

    /** The same caller outside any workspace, as in a lifecycle hook. */
    public TestContext outsideWorkspaces() {
        return new TestContext(tenant, null, user, roles, permissions, denials);
    }

    /** The same caller with exactly these roles. Roles give no permissions here: name those too. */
    public TestContext withRoles(String... names) {
        return new TestContext(tenant, workspace, user, Set.of(names), permissions, denials);
    }

    /** The same caller with exactly these permissions; wildcards such as {@code crm:*} are understood. */
    public TestContext withPermissions(String... keys) {
        return new TestContext(tenant, workspace, user, roles, Set.of(keys), denials);
    }

    /**
     * The same caller under a policy that denies permissions for some resources, whatever the roles grant.
     *
     * @param pattern the permissions, such as {@code crm:deals:*}
     * @param resources which resources, as they are given to {@code check} and {@code filter}
     */
    public TestContext denied(String pattern, Predicate<Object> resources) {
        List<Denial> more = Stream.concat(denials.stream(), Stream.of(new Denial(pattern, resources)))
                .toList();
        return new TestContext(tenant, workspace, user, roles, permissions, more);
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
            throw denied(key);
        }
    }

    @Override
    public void check(String key, Object resource) {
        if (!allows(key, resource)) {
            throw denied(key);
        }
    }

    @Override
    public <T> List<T> filter(String key, Collection<T> resources) {
        return resources.stream().filter(resource -> allows(key, resource)).toList();
    }

    @Override
    public boolean dependsOnResource(String key) {
        return hasPermission(key) && denials.stream().anyMatch(denial -> Names.covers(denial.pattern(), key));
    }

    @Override
    public String traceId() {
        return "0123456789abcdef0123456789abcdef";
    }

    private boolean allows(String key, Object resource) {
        return hasPermission(key)
                && denials.stream()
                        .noneMatch(denial -> Names.covers(denial.pattern(), key)
                                && denial.resources().test(resource));
    }

    private static PlexicaException denied(String key) {
        return new PlexicaException(ErrorCode.PERMISSION_DENIED, "You need the permission " + key)
                .with("requiredPermissions", Set.of(key));
    }
}
