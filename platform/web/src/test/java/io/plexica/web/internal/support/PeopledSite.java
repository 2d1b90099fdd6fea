package io.plexica.web.internal.support;

import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.web.internal.support.GuardedResources.InTenant;
import io.plexica.web.internal.support.GuardedResources.Things;
import io.plexica.web.internal.support.GuardedResources.Welcome;

/** A site with three tenants, a plugin that two of them have, and people of all kinds. */
public final class PeopledSite {

    private static final PluginRef CRM = new PluginRef("crm", "1.0.0");

    private PeopledSite() {}

    public static Site open() throws Exception {
        Site site = new Site();
        Tenant acme = site.rooms.tenant("acme", TenantStatus.ACTIVE);
        Tenant globex = site.rooms.tenant("globex", TenantStatus.ACTIVE);
        Tenant paused = site.rooms.tenant("paused", TenantStatus.ACTIVE);
        Tenant sleepy = site.rooms.tenant("sleepy", TenantStatus.SUSPENDED);
        site.rooms.tenant("unborn", TenantStatus.PROVISIONING);
        site.rooms.user(acme, "admin", "admin", "*");
        site.rooms.user(acme, "reader", "member", "crm:things:read");
        site.rooms.user(acme, "nothing", "member");
        site.rooms.user(globex, "other", "admin", "*");
        site.rooms.user(paused, "waiter", "admin", "*");
        site.rooms.user(sleepy, "sleeper", "admin", "*");
        site.rooms.user(null, "root", "operator", "core:*");
        site.plugin(CRM, new Things());
        site.platform(new InTenant(), new Welcome());
        site.rooms.install("acme", CRM, true);
        site.rooms.install("sleepy", CRM, true);
        site.rooms.install("paused", CRM, false);
        return site;
    }
}
