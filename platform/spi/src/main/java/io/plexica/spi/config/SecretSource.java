package io.plexica.spi.config;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A further place where secrets are kept, such as a vault. Register it as a service; the higher its {@code service.ranking}
 * the earlier it is asked, and never for what the environment sets. What it answers is remembered for five minutes. Called on
 * any thread; may block for some seconds.
 */
@ConsumerType
public interface SecretSource {

    /**
     * A secret; empty when this place has none of the name.
     *
     * @param name such as {@code S3_SECRET_KEY}
     * @throws Exception when the place cannot be asked now; its message is logged, and must hold no secret. What was
     *     remembered goes on being used then
     */
    Optional<String> find(String name) throws Exception;
}
