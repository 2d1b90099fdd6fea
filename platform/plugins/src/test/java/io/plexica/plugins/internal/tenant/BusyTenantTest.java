package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.tenancy.TenantStatus;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Tenants that come and go get no plugins meanwhile. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BusyTenantTest extends PlatformCase {

    @Test
    void only_tenants_that_are_there_to_stay_get_plugins() {
        publish(PluginJar.hello("notes", "1.0.0"));
        for (TenantStatus status : new TenantStatus[] {TenantStatus.PROVISIONING, TenantStatus.PENDING_DELETION}) {
            platform.tenants.status("acme", status);
            refused(() -> platform.plugins.install(acme, "notes", null, null));
            refused(() -> platform.plugins.enable(acme, "notes"));
            refused(() -> platform.plugins.upgrade(acme, "notes", null));
        }
        platform.tenants.status("acme", TenantStatus.PROVISIONING);
        platform.plugins.ensureInstalled(acme, "notes");
        platform.tenants.status("acme", TenantStatus.SUSPENDED);
        platform.plugins.disable(acme, "notes");
        assertThat(platform.plugins.enable(acme, "notes").enabled()).isTrue();
    }

    @Test
    void an_installation_under_way_leaves_nothing_behind_when_its_tenant_is_removed() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        // As if the removal came between the look at the tenant and the tables.
        database.schemas().drop("acme");

        refused(() -> platform.plugins.install(acme, "notes", null, null));

        assertThat(tables()).isEmpty();
        assertThat(database.query("SELECT rolname FROM pg_roles WHERE rolname LIKE '%acme%'"))
                .isEmpty();
    }

    private static void refused(ThrowingCallable work) {
        assertThatThrownBy(work)
                .hasMessageStartingWith("tenant-busy: ")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFLICT);
    }
}
