package io.plexica.identity.internal.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who the caller is and what the caller may do. */
record Me(
        User user,
        boolean superAdmin,
        @Nullable TenantView tenant,
        @Nullable WorkspaceView workspace,
        List<WorkspaceView> workspaces,
        List<String> roles,
        List<String> permissions,
        List<PluginView> plugins) {

    record User(
            UUID id,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            String status) {

        /** Only active people get this far. */
        static User of(Principal who) {
            return new User(who.id(), who.email(), who.firstName(), who.lastName(), "ACTIVE");
        }
    }

    record TenantView(String slug, String name, String plan, JsonNode theme) {

        static TenantView of(Tenant tenant, JsonNode theme) {
            return new TenantView(tenant.slug(), tenant.name(), tenant.plan(), theme);
        }
    }

    record WorkspaceView(
            UUID id, String name, String slug, @Nullable String role) {

        static WorkspaceView of(Membership membership) {
            return new WorkspaceView(
                    membership.workspace().id(),
                    membership.workspace().name(),
                    membership.workspace().slug(),
                    membership.role().name());
        }
    }

    record PluginView(String id, String version) {

        static PluginView of(PluginRef plugin) {
            return new PluginView(plugin.id(), plugin.version());
        }
    }
}
