package io.plexica.data.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.data.testing.*;
import io.plexica.spi.plugins.PluginRef;
import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void works() throws Exception {
        long t = System.nanoTime();
        TestServer server = TestServer.shared();
        t = lap("server", t);
        try (DataPlatform platform = server.platform(3)) {
            t = lap("bootstrap", t);
            platform.rooms().add(Room.named("alpha"));
            platform.rooms().add(Room.named("beta", "alpha"));
            t = lap("rooms", t);
            for (int i = 0; i < 5; i++) {
                platform.tenantSchemas().create("acme" + i);
                t = lap("tenant", t);
            }
            for (int i = 0; i < 5; i++) {
                assertThat(platform.pluginSchemas().migrate("acme" + i, "shop", "plugins/shop/db", Room.class.getClassLoader())).isEqualTo(1);
                t = lap("plugin", t);
            }
            assertThat((String) platform.database().tenant("acme1", c -> Sql.ask(c, "select current_user || current_schema"))).isEqualTo("tenant_acme1tenant_acme1");
            assertThat((String) TestContext.in("acme1", () -> platform.database().plugin(new PluginRef("shop", "1"), c -> Sql.ask(c, "select count(*) from items")))).isEqualTo("0");
            t = lap("select", t);
            platform.tenantSchemas().drop("acme1");
            t = lap("drop", t);
        }
    }

    private static long lap(String what, long since) {
        long now = System.nanoTime();
        System.err.println("LAP " + what + " " + (now - since) / 1000 + " us");
        return now;
    }
}
