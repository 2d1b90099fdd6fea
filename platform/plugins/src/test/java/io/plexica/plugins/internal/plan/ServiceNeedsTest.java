package io.plexica.plugins.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.plugins.internal.manifest.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ServiceNeedsTest {

    private static final ManifestReader READER = new ManifestReader();
    private static final PluginManifest CRM = plugin("crm", "\"provides\":[" + offer("1.2.0") + "]");
    private static final PluginManifest CRM_WITHOUT = plugin("crm", "");
    private static final PluginManifest CRM_NEXT = plugin("crm", "\"provides\":[" + offer("2.0.0") + "]");
    private static final PluginManifest OTHER = plugin("sales", "\"provides\":[" + offer("1.0.0") + "]");
    private static final PluginManifest NEEDY = plugin("needy", "\"requires\":[" + need("[1.0,2)", false) + "]");
    private static final PluginManifest CONTENT = plugin("content", "\"requires\":[" + need("[1.0,2)", true) + "]");

    @Test
    void what_cannot_be_done_without_must_be_offered_in_the_range() {
        assertThat(ServiceNeeds.missing(NEEDY, List.of(CRM))).isEmpty();
        assertThat(ServiceNeeds.missing(CONTENT, List.of())).isEmpty();
        assertThat(ServiceNeeds.missing(NEEDY, List.of(CRM_NEXT)))
                .containsExactly("the service a.b.Counts [1.0,2), which no plugin that is enabled here offers");
    }

    @Test
    void a_provider_is_kept_for_those_that_have_no_other() {
        assertThat(ServiceNeeds.bereft(CRM, List.of(NEEDY, CONTENT))).containsExactly("needy");
        assertThat(ServiceNeeds.bereft(CRM, List.of(NEEDY, OTHER))).isEmpty();
        assertThat(ServiceNeeds.bereft(CRM_WITHOUT, List.of(NEEDY))).isEmpty();
    }

    @Test
    void a_version_that_offers_it_no_more_is_as_good_as_none() {
        assertThat(ServiceNeeds.bereft(CRM, List.of(NEEDY, CRM_NEXT))).containsExactly("needy");
        assertThat(ServiceNeeds.bereft(CRM, List.of(NEEDY, CRM))).isEmpty();
    }

    private static String offer(String version) {
        return "{\"name\":\"a.b.Counts\",\"version\":\"" + version + "\"}";
    }

    private static String need(String range, boolean optional) {
        return "{\"name\":\"a.b.Counts\",\"version\":\"" + range + "\",\"optional\":" + optional + "}";
    }

    private static PluginManifest plugin(String id, String services) {
        String json =
                "{\"id\":\"" + id + "\",\"name\":\"" + id + "\",\"version\":\"1.0.0\",\"services\":{" + services + "}}";
        return READER.read(json.getBytes(StandardCharsets.UTF_8)).manifest();
    }
}
