package io.plexica.embedded.internal;

import io.plexica.embedded.internal.server.Home;
import io.plexica.embedded.internal.server.Passwords;
import io.plexica.spi.config.EncryptionKeyProvider;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The key for plugins' secrets, made once beside the embedded database; with another database it is for the operator to set. */
@Component(configurationPid = EmbeddedConfig.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class EmbeddedEncryptionKey implements EncryptionKeyProvider {

    private static final String NAME = "encryption-key";

    private final EmbeddedConfig config;

    /** Takes the settings of the embedded servers. */
    @Activate
    public EmbeddedEncryptionKey(EmbeddedConfig config) {
        this.config = config;
    }

    @Override
    public synchronized Optional<String> key() throws IOException {
        return config.databaseUrl().isBlank()
                ? Optional.of(new Passwords(Home.of(config.home()).secrets()).of(NAME))
                : Optional.empty();
    }
}
