package io.plexica.web.internal.support;

import io.plexica.api.security.Authenticated;
import io.plexica.api.security.OptionalAuthentication;
import io.plexica.api.security.PublicEndpoint;
import io.plexica.api.security.RequiresPermission;
import io.plexica.api.security.RequiresRole;
import io.plexica.api.security.SkipPluginCheck;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.web.SuperAdminOnly;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;

/** One method for each kind of guard; each answers who it takes the caller for. */
public final class GuardedResources {

    private GuardedResources() {}

    @Path("things")
    @Produces("text/plain")
    @Authenticated
    public static class Things {

        @GET
        @Path("public")
        @PublicEndpoint
        public String open() {
            return who();
        }

        @GET
        @Path("optional")
        @OptionalAuthentication
        public String optional() {
            return who();
        }

        @GET
        @Path("authenticated")
        public String authenticated() {
            return who();
        }

        @GET
        @Path("permission")
        @RequiresPermission({"crm:things:read", "crm:things:write"})
        public String permission() {
            return who();
        }

        @GET
        @Path("all")
        @RequiresPermission(
                value = {"crm:things:read", "crm:things:write"},
                all = true)
        public String all() {
            return who();
        }

        @GET
        @Path("role")
        @RequiresRole("admin")
        public String role() {
            return who();
        }

        @GET
        @Path("skip")
        @SkipPluginCheck
        public String skip() {
            return who();
        }
    }

    @Path("tenants/{slug}")
    @Produces("text/plain")
    public static class InTenant {

        @GET
        @Authenticated
        public String one() {
            return who();
        }

        @GET
        @Path("plugins")
        @Authenticated
        public String plugins() {
            return who();
        }

        @GET
        @Path("secret")
        @SuperAdminOnly
        public String secret() {
            return who();
        }
    }

    @Path("welcome")
    @Produces("text/plain")
    @PublicEndpoint
    public static class Welcome {

        @GET
        public String welcome() {
            return who();
        }
    }

    private static String who() {
        ExecutionContext context = Contexts.require();
        String tenant = context.tenant() == null ? "-" : context.tenant().slug();
        String user =
                context.principal() == null ? "nobody" : context.principal().email();
        return user + "@" + tenant;
    }
}
