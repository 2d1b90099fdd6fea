package io.plexica.identity.internal.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.identity.internal.auth.Me.PluginView;
import io.plexica.identity.internal.auth.Me.TenantView;
import io.plexica.identity.internal.auth.Me.User;
import io.plexica.identity.internal.auth.Me.WorkspaceView;
import io.plexica.identity.internal.keys.ApiKeyService;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.plugins.PluginRoutes;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.List;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Who the caller is. Apart from {@link AuthResource}: it needs more of the platform, and signing in must not wait for it. */
@Component(service = MeResource.class)
@PlexicaResource
@Path("/auth/me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PluginRoutes plugins;
    private final @Nullable Workspaces workspaces;
    private final Tenants tenants;
    private final Authorization authorization;
    private final ApiKeyService keys;

    @Activate
    public MeResource(
            @Reference PluginRoutes plugins,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Workspaces workspaces,
            @Reference Tenants tenants,
            @Reference Authorization authorization,
            @Reference ApiKeyService keys) {
        this.plugins = plugins;
        this.workspaces = workspaces;
        this.tenants = tenants;
        this.authorization = authorization;
        this.keys = keys;
    }

    /** The caller, with what the caller may do where the call goes to. */
    @GET
    @Authenticated
    public Me me() {
        ExecutionContext context = Contexts.require();
        Principal who = context.principal();
        if (who == null) {
            throw new PlexicaException(ErrorCode.UNAUTHENTICATED, "Sign in to learn who you are");
        }
        Tenant tenant = context.tenant();
        List<WorkspaceView> places = tenant == null ? List.of() : places(tenant, who);
        return new Me(
                User.of(who),
                who.superAdmin(),
                tenant == null ? null : TenantView.of(tenant, theme(tenant)),
                here(context.workspace(), places),
                places,
                sorted(context.grants().roles()),
                sorted(context.grants().keys()),
                tenant == null ? List.of() : plugins(tenant, context.workspace()));
    }

    /** Admins may enter all workspaces, machines too; others those that they are members of. */
    private List<WorkspaceView> places(Tenant tenant, Principal who) {
        if (workspaces == null || !tenant.isActive()) {
            return List.of();
        }
        if (who.superAdmin() || authorization.grants(tenant, who).roles().contains(Authorization.ADMIN)) {
            return all(workspaces, tenant, WorkspaceRole.ADMIN);
        }
        return keys.isKey(who)
                ? all(workspaces, tenant, WorkspaceRole.MEMBER)
                : workspaces.of(tenant.slug(), who.id()).stream()
                        .map(WorkspaceView::of)
                        .toList();
    }

    private static List<WorkspaceView> all(Workspaces workspaces, Tenant tenant, WorkspaceRole role) {
        return workspaces.all(tenant.slug()).stream()
                .map(place -> WorkspaceView.of(new Membership(place, role)))
                .toList();
    }

    /** Where the call goes to; without a choice, the first, which is the default one. */
    private static @Nullable WorkspaceView here(@Nullable WorkspaceInfo chosen, List<WorkspaceView> places) {
        if (chosen == null) {
            return places.isEmpty() ? null : places.get(0);
        }
        return places.stream()
                .filter(place -> place.id().equals(chosen.id()))
                .findFirst()
                .orElseGet(() -> new WorkspaceView(chosen.id(), chosen.name(), chosen.slug(), null));
    }

    private JsonNode theme(Tenant tenant) {
        try {
            return JSON.readTree(tenants.theme(tenant.slug()));
        } catch (JsonProcessingException e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The theme of the tenant is no JSON", e);
        }
    }

    private List<PluginView> plugins(Tenant tenant, @Nullable WorkspaceInfo place) {
        return plugins.enabled(tenant.slug(), place == null ? null : place.id()).stream()
                .map(PluginView::of)
                .toList();
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
