package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.plugins.internal.runtime.Leak;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.plugins.PluginRef;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HangingStopTest extends PlatformCase {

    @Test
    void a_version_whose_stop_hangs_is_withdrawn_all_the_same() {
        CountDownLatch goOn = new CountDownLatch(1);
        System.getProperties().put("plexica.test.goOn", goOn);
        publish(PluginJar.empty("notes", "1.0.0")
                .source(
                        "p.Bad",
                        "package p; @javax.ws.rs.Path(\"/b\") @io.plexica.api.rest.PlexicaResource public class Bad {"
                                + " protected void deactivate() throws Exception { ((java.util.concurrent.CountDownLatch)"
                                + " System.getProperties().get(\"plexica.test.goOn\")).await(); } }")
                .resource("p.Bad"));
        try {
            platform.withdrawal.byHand(new PluginRef("notes", "1.0.0"));

            assertThat(database.query("SELECT id FROM core.plugins")).isEmpty();
            assertThat(platform.runtime.leaks()).extracting(Leak::hangsIn).isNotEmpty();
            publish(PluginJar.hello("other", "1.0.0"));
            assertThat(platform.servers.hello(new PluginRef("other", "1.0.0"))).isEqualTo("1.0.0");
        } finally {
            goOn.countDown();
            System.getProperties().remove("plexica.test.goOn");
        }
    }
}
