package io.plexica.web.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.security.RequiresPermission;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.web.internal.support.Site;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusedAttemptsTest {

    private final List<String> rows = new CopyOnWriteArrayList<>();
    private Site site;

    @Path("/deals")
    public static class Deals {

        @GET
        @RequiresPermission("crm:deals:read")
        public void list() {}

        @POST
        @Path("/{id}")
        @RequiresPermission("crm:deals:write")
        public void change(@PathParam("id") String id) {}
    }

    @BeforeEach
    void open() throws Exception {
        site = new Site();
        PluginRef crm = new PluginRef("crm", "1.0.0");
        site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "viewer");
        site.rooms.audit = new Rows();
        site.plugin(crm, new Deals());
        site.rooms.install("acme", crm, true);
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @Test
    void who_tries_to_change_what_they_may_not_is_on_record_once_a_minute() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(site.http
                            .post("/api/plugins/crm/deals/7", "{}")
                            .as("ann")
                            .send()
                            .code())
                    .isEqualTo("403 permission-denied");
        }

        assertThat(rows)
                .singleElement()
                .asString()
                .startsWith("acme core.call.refused call POST /api/plugins/crm/deals/7 ");
    }

    @Test
    void reading_and_strangers_are_not() throws Exception {
        site.http.get("/api/plugins/crm/deals").as("ann").send();
        site.http.post("/api/plugins/crm/deals/7", "{}").send();
        site.http.post("/api/plugins/crm/nothing", "{}").as("ann").send();

        assertThat(rows).isEmpty();
    }

    private final class Rows implements AuditLog {

        @Override
        public void record(
                @Nullable String tenantSlug,
                String action,
                String resourceType,
                String resourceId,
                @Nullable Object before,
                @Nullable Object after) {
            throw new UnsupportedOperationException("nothing changes here");
        }

        @Override
        public void recordFailure(
                @Nullable String tenantSlug, String action, String resourceType, String resourceId, String reason) {
            rows.add(String.join(" ", tenantSlug, action, resourceType, resourceId, reason));
        }
    }
}
