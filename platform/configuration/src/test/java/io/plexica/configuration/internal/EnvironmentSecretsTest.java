package io.plexica.configuration.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentSecretsTest {

    @TempDir
    private Path folder;

    @Test
    void comesFromTheEnvironmentOrFromAFile() throws IOException {
        Path file = folder.resolve("secret");
        Files.writeString(file, "from file\n");
        assertThat(secrets(Map.of("PLEXICA_DB_PASSWORD", "direct")).require("DB_PASSWORD"))
                .isEqualTo("direct");
        assertThat(secrets(Map.of("PLEXICA_DB_PASSWORD_FILE", file.toString())).find("DB_PASSWORD"))
                .contains("from file");
        assertThat(secrets(Map.of()).find("DB_PASSWORD")).isEmpty();
    }

    @Test
    void aChangedFileCountsAtOnce() throws IOException {
        Path file = folder.resolve("secret");
        Files.writeString(file, "old");
        EnvironmentSecrets secrets = secrets(Map.of("PLEXICA_DB_PASSWORD_FILE", file.toString()));
        assertThat(secrets.require("DB_PASSWORD")).isEqualTo("old");
        Files.writeString(file, "new");
        assertThat(secrets.require("DB_PASSWORD")).isEqualTo("new");
    }

    @Test
    void saysWhichVariableToSetAndNeverWhatIsInIt() {
        assertThatThrownBy(() -> secrets(Map.of()).require("DB_PASSWORD"))
                .hasMessageContaining("PLEXICA_DB_PASSWORD_FILE");
        String missing = folder.resolve("missing").toString();
        assertThatThrownBy(() ->
                        secrets(Map.of("PLEXICA_DB_PASSWORD_FILE", missing)).find("DB_PASSWORD"))
                .hasMessageContaining(missing);
    }

    @Test
    void whatTheEnvironmentSetsIsAskedOfNoVault() {
        Vaults vaults = new Vaults(() -> List.of(name -> Optional.of("of the vault")), Clock.systemUTC());

        assertThat(new EnvironmentSecrets(Map.of("PLEXICA_DB_PASSWORD", "direct"), vaults).find("DB_PASSWORD"))
                .contains("direct");
        assertThat(new EnvironmentSecrets(Map.of(), vaults).find("DB_PASSWORD")).contains("of the vault");
    }

    @Test
    void knowsNoSecretThatIsNotDeclared() {
        assertThatThrownBy(() -> secrets(Map.of()).find("DB_PASWORD")).isInstanceOf(IllegalArgumentException.class);
    }

    private static EnvironmentSecrets secrets(Map<String, String> environment) {
        return new EnvironmentSecrets(environment, new Vaults(List::of, Clock.systemUTC()));
    }
}
