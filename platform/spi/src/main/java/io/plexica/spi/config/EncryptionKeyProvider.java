package io.plexica.spi.config;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Brings a key along by which secrets are kept encrypted. Asked only where {@code PLEXICA_ENCRYPTION_KEY} is not set. */
@ConsumerType
public interface EncryptionKeyProvider {

    /**
     * The key, the same one at every start; empty where it is for the operator to set one. May read a file.
     *
     * @throws Exception when there is one and it cannot be read
     */
    Optional<String> key() throws Exception;
}
