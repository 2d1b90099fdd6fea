package io.plexica.plugins.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.PluginRoutes.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutesTest {

    private static final PluginRef ONE = new PluginRef("notes", "1.0.0");
    private static final PluginRef TWO = new PluginRef("notes", "2.0.0");

    private final Routes routes = new Routes();

    @Test
    void what_was_read_is_put_unless_an_operation_has_changed_the_same_tenant_meanwhile() {
        long acme = routes.changes("acme");
        Map<String, Long> all = routes.changes();

        routes.put("globex", TWO, true);
        assertThat(replace("acme", acme)).isTrue();
        assertThat(routes.find("notes", "acme").plugin()).isEqualTo(ONE);
        assertThat(replace("globex", all.getOrDefault("globex", 0L))).isFalse();
        assertThat(routes.find("notes", "globex").plugin()).isEqualTo(TWO);

        routes.put("acme", TWO, true);
        assertThat(replace("acme", acme)).isFalse();
        routes.removeTenant("acme");
        assertThat(replace("acme", acme)).isFalse();
        assertThat(routes.find("notes", "acme")).isNull();
    }

    private boolean replace(String tenant, long before) {
        return routes.replace(tenant, List.of(new Route(ONE, true)), Map.of(), before);
    }
}
