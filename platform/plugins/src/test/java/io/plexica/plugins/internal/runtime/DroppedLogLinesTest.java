package io.plexica.plugins.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.plugins.PluginRef;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DroppedLogLinesTest {

    private static final PluginRef CRM = new PluginRef("crm", "1.0.0");
    private static final PluginRef BILLING = new PluginRef("billing", "1.0.0");

    private final Map<String, Long> counted = new HashMap<>();
    private final DroppedLogLines dropped = new DroppedLogLines(() -> counted);

    @Test
    void a_version_whose_lines_were_dropped_is_news_and_others_are_not() {
        dropped.look();
        assertThat(dropped.isNews(CRM)).isFalse();

        counted.put("crm@1.0.0", 7L);
        dropped.look();

        assertThat(dropped.of(CRM)).isEqualTo(7);
        assertThat(dropped.isNews(CRM)).isTrue();
        assertThat(dropped.of(BILLING)).isZero();
        assertThat(dropped.isNews(BILLING)).isFalse();
    }
}
