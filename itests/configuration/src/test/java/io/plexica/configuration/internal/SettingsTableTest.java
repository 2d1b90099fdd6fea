package io.plexica.configuration.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsTableTest {

    private static final Path PAGE = Checkout.ROOT.resolve("docs/configuration.md");

    @Test
    void theTableIsWhatTheRoomsDeclare() throws IOException {
        String table = SettingsTable.of(Checkout.settings());
        if (Boolean.getBoolean("plexica.docs.write")) {
            Files.writeString(PAGE, table);
        }
        assertThat(Checkout.text(PAGE))
                .as("docs/configuration.md; write it anew by mvn verify -pl itests/configuration -am"
                        + " -Dplexica.docs.write=true")
                .isEqualTo(table);
    }

    @Test
    void everySettingSaysWhatItMeansAndSinceWhen() throws IOException {
        assertThat(Checkout.settings().all()).isNotEmpty().allSatisfy(setting -> {
            assertThat(setting.variable()).matches("PLEXICA_[A-Z0-9_]+");
            assertThat(SettingsTable.since(setting.description()))
                    .as("since of " + setting.variable())
                    .isNotEmpty();
        });
    }

    @Test
    void anS3ServerThatIsSilentIsGivenUpBeforeTheCallOfAPluginIs() throws IOException {
        int attempts = 1 + standard("PLEXICA_S3_RETRIES");

        assertThat(attempts * standard("PLEXICA_S3_TIMEOUT")).isLessThan(standard("PLEXICA_PLUGIN_TIMEOUT"));
    }

    private static int standard(String variable) throws IOException {
        return Checkout.settings().all().stream()
                .filter(setting -> setting.variable().equals(variable))
                .map(Setting::defaultText)
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyDefaultIsValid() throws IOException {
        Resolution resolution = Resolution.of(Checkout.settings(), java.util.Map.of(), java.util.Map.of());
        assertThat(resolution.allProblems()).isEmpty();
    }
}
