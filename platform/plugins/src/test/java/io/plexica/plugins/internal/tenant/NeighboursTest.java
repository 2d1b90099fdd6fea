package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.SemanticVersion;
import io.plexica.plugins.internal.manifest.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NeighboursTest {

    private static final ManifestReader READER = new ManifestReader();
    private static final PluginManifest BILLING = plugin("billing", "1.5.0", "");
    private static final PluginManifest CRM = plugin(
            "crm",
            "1.0.0",
            ",\"dependencies\":[{\"plugin\":\"billing\",\"version\":\"[1.0,2.0)\"},"
                    + "{\"plugin\":\"analytics\",\"version\":\"[2,3)\"},"
                    + "{\"plugin\":\"loyalty\",\"version\":\"1\",\"optional\":true}]");

    @Test
    void all_missing_dependencies_are_explained_at_once() {
        PluginManifest old = plugin("billing", "2.0.0", "");

        assertThatThrownBy(() -> Neighbours.of("crm", List.of(old)).demandFor(CRM))
                .hasMessage("dependencies-missing: crm needs billing [1.0,2.0), but 2.0.0 is enabled here, and"
                        + " analytics [2,3), which is not enabled here");
    }

    @Test
    void optional_dependencies_may_be_missing() {
        PluginManifest analytics = plugin("analytics", "2.3.4", "");

        assertThatCode(() -> Neighbours.of("crm", List.of(BILLING, analytics)).demandFor(CRM))
                .doesNotThrowAnyException();
    }

    @Test
    void conflicts_hold_in_both_directions() {
        PluginManifest enemy = plugin("enemy", "1.0.0", ",\"conflicts\":[\"billing\"]");

        assertThatThrownBy(() -> Neighbours.of("billing", List.of(enemy)).demandFor(BILLING))
                .hasMessageStartingWith("conflicting-plugins: ");
        assertThatThrownBy(() -> Neighbours.of("enemy", List.of(BILLING)).demandFor(enemy))
                .hasMessageStartingWith("conflicting-plugins: ");
    }

    @Test
    void dependants_keep_what_they_need() {
        Neighbours neighbours = Neighbours.of("billing", List.of(CRM, BILLING));

        assertThatThrownBy(() -> neighbours.demandNobodyNeeds("billing"))
                .hasMessage("dependants: billing is needed by crm");
        assertThatCode(() -> neighbours.demandNobodyNeeds("loyalty")).doesNotThrowAnyException();
        assertThatThrownBy(() -> neighbours.demandEverybodyAccepts(
                        "billing", SemanticVersion.parse("2.0.0").orElseThrow()))
                .hasMessage("dependants: billing 2.0.0 does not suit crm");
    }

    private static PluginManifest plugin(String id, String version, String more) {
        String json = "{\"id\":\"" + id + "\",\"name\":\"n\",\"version\":\"" + version + "\"" + more + "}";
        PluginManifest manifest =
                READER.read(json.getBytes(StandardCharsets.UTF_8)).manifest();
        if (manifest == null) {
            throw new IllegalArgumentException(json);
        }
        return manifest;
    }
}
