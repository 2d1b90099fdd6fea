package io.plexica.configuration.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.config.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets of the environment, and of the files named there. A file is read anew each time, so that a new secret counts. What
 * neither sets may be known to a vault.
 */
final class EnvironmentSecrets implements Secrets {

    private final Map<String, String> environment;
    private final Vaults vaults;

    EnvironmentSecrets(Map<String, String> environment, Vaults vaults) {
        this.environment = environment;
        this.vaults = vaults;
    }

    @Override
    public Optional<String> find(String name) {
        String variable = declared(name).variable();
        String file = environment.getOrDefault(variable + OtherVariable.FILE_SUFFIX, "");
        if (!file.isBlank()) {
            return Optional.of(read(variable, Path.of(file)));
        }
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isEmpty())
                .or(() -> vaults.find(name));
    }

    @Override
    public String require(String name) {
        return find(name)
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.INTERNAL_ERROR,
                        "Set " + declared(name).variable() + ", or "
                                + declared(name).variable() + OtherVariable.FILE_SUFFIX + " to a file that holds it"));
    }

    private static OtherVariable declared(String name) {
        return OtherVariable.secret(name)
                .orElseThrow(() -> new IllegalArgumentException("No secret called " + name + " is declared"));
    }

    private static String read(String variable, Path file) {
        try {
            return Files.readString(file).stripTrailing();
        } catch (IOException e) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR,
                    variable + OtherVariable.FILE_SUFFIX + " names " + file + ", which cannot be read",
                    e);
        }
    }
}
