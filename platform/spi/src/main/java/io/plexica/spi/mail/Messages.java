package io.plexica.spi.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Messages to people. They leave by mail where a server is configured; otherwise, and when it refuses them, they are kept
 * for the tenant's admins to read and pass on. Safe for all threads.
 */
@ProviderType
public interface Messages {

    /**
     * Sends a message, in the current unit of work: it leaves once that has committed, and never when it rolls back.
     *
     * @param tenantSlug the tenant it concerns; null for the platform's own people
     * @param to the address
     * @param language {@code en} or {@code it}; null for the tenant's
     * @param template a template's name, such as {@code invitation}
     * @param values what fills the template's gaps
     */
    void send(
            @Nullable String tenantSlug,
            String to,
            @Nullable String language,
            String template,
            Map<String, String> values);
}
