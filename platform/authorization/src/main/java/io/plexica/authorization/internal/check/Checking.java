package io.plexica.authorization.internal.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.authorization.internal.body.Bodies;
import io.plexica.authorization.internal.body.Body;
import io.plexica.authorization.internal.engine.Policy;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.authorization.PermissionKeys;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes questions: about oneself from anybody, about others from those who may see roles. */
@Component(service = Checking.class)
public final class Checking {

    private static final String OTHERS = "core:roles:read";

    private final Explanations explanations;
    private final Workspaces workspaces;
    private final Authorization authorization;

    @Activate
    public Checking(
            @Reference Explanations explanations,
            @Reference Workspaces workspaces,
            @Reference Authorization authorization) {
        this.explanations = explanations;
        this.workspaces = workspaces;
        this.authorization = authorization;
    }

    /** Answers the body of a request in the caller's tenant. */
    public Answer answer(String tenantSlug, @Nullable JsonNode json) {
        Body body = Body.of(json, "permission", "user", "workspace", "resource");
        String permission = body.text("permission");
        String user = body.text("user");
        String workspace = body.text("workspace");
        body.checks()
                .unless(
                        permission != null && PermissionKeys.isKey(permission),
                        "/permission",
                        "must be a whole key such as crm:contacts:read")
                .unless(
                        workspace == null || Ids.read(workspace).isPresent(),
                        "/workspace",
                        "must be the id of a workspace")
                .text("/user", user, 255);
        JsonNode resource = body.get("resource");
        body.checks().unless(resource == null || resource.isObject(), "/resource", "must be an object");
        body.checks().done();
        UUID place = workspace == null ? null : Ids.read(workspace).orElseThrow();
        return answer(tenantSlug, String.valueOf(permission), user, place, attributes(resource));
    }

    /**
     * Answers.
     *
     * @param user id or e-mail address; null for the caller
     * @param workspace null for the one in which the call works, or another user's default one
     */
    public Answer answer(
            String tenantSlug,
            String permission,
            @Nullable String user,
            @Nullable UUID workspace,
            @Nullable Map<String, ?> resource) {
        ExecutionContext context = Contexts.require();
        Principal caller = caller(context);
        boolean own = user == null || user.equals(caller.id().toString()) || user.equalsIgnoreCase(caller.email());
        if (own && isNoUser(tenantSlug, caller)) {
            return CarriedRightsAnswer.answer(context, permission, resource);
        }
        if (!own && !mayAskAboutOthers(context, caller)) {
            throw new PlexicaException(ErrorCode.PERMISSION_DENIED, "To ask about others you need " + OTHERS)
                    .with("requiredPermissions", List.of(OTHERS));
        }
        UUID who = own
                ? caller.id()
                : explanations
                        .find(tenantSlug, String.valueOf(user))
                        .orElseThrow(() -> PlexicaException.notFound("There is no such user in this tenant"));
        String from = own ? context.remoteAddress() : null;
        Membership there;
        try {
            there = own ? here(context, tenantSlug, who, workspace) : place(tenantSlug, who, workspace);
        } catch (PlexicaException e) {
            if (own || workspace == null || e.code() != ErrorCode.WORKSPACE_NOT_MEMBER) {
                throw e;
            }
            CheckRequest outside = new CheckRequest(tenantSlug, who, permission, null, resource, null);
            return explanations.outside(outside, known(tenantSlug, workspace));
        }
        return explanations.answer(new CheckRequest(tenantSlug, who, permission, there, resource, from));
    }

    /** What one policy comes to for a user of a tenant; for operators. */
    public PolicyTrial tryOut(
            String tenantSlug, Policy policy, String user, @Nullable String workspace, @Nullable JsonNode resource) {
        UUID place = workspace == null
                ? null
                : Ids.read(workspace)
                        .orElseThrow(() -> PlexicaException.notFound("There is no workspace " + workspace));
        UUID who = explanations
                .find(tenantSlug, user)
                .orElseThrow(() -> PlexicaException.notFound("There is no such user in this tenant"));
        Membership there = place(tenantSlug, who, place);
        return explanations.tryOut(
                new CheckRequest(tenantSlug, who, policy.permission(), there, attributes(resource), null), policy);
    }

    private Membership here(ExecutionContext context, String slug, UUID who, @Nullable UUID workspace) {
        WorkspaceInfo at = context.workspace();
        WorkspaceRole role = context.workspaceRole();
        if (at != null && role != null && (workspace == null || workspace.equals(at.id()))) {
            return new Membership(at, role);
        }
        return workspaces.enter(slug, who, workspace, isAdmin(slug, who));
    }

    /** Somebody else's workspace: for those who may see all, one that is not there is just not found. */
    private Membership place(String slug, UUID who, @Nullable UUID workspace) {
        if (workspace != null) {
            known(slug, workspace);
        }
        return workspaces.enter(slug, who, workspace, isAdmin(slug, who));
    }

    private WorkspaceInfo known(String slug, UUID workspace) {
        return workspaces.all(slug).stream()
                .filter(known -> known.id().equals(workspace))
                .findFirst()
                .orElseThrow(() -> PlexicaException.notFound("There is no such workspace in this tenant"));
    }

    private boolean isAdmin(String slug, UUID who) {
        return authorization
                .rolesOf(slug, Set.of(who))
                .getOrDefault(who, Set.of())
                .contains(Authorization.ADMIN);
    }

    /** The shell works for nobody in particular and carries no grants, but whoever sits there may see everything. */
    private static boolean mayAskAboutOthers(ExecutionContext context, Principal caller) {
        return caller.equals(Principal.SYSTEM)
                || context.grants().decide(OTHERS, context.remoteAddress()) == Verdict.ALLOW;
    }

    /** Operators and machines stand in no tenant's list of users. */
    private boolean isNoUser(String slug, Principal caller) {
        return caller.superAdmin()
                || explanations.find(slug, caller.id().toString()).isEmpty();
    }

    private static Principal caller(ExecutionContext context) {
        Principal caller = context.principal();
        if (caller == null) {
            throw new PlexicaException(ErrorCode.UNAUTHENTICATED, "Sign in to learn what you may do");
        }
        return caller;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, ?> attributes(@Nullable JsonNode resource) {
        if (resource != null && !resource.isObject()) {
            throw PlexicaException.validation(new FieldError("/resource", "must be an object"));
        }
        return (Map<String, ?>) Bodies.plain(resource);
    }
}
