package io.plexica.spi.pages;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Brings pages or files for browsers: register it as a service. Of several whose prefix fits, the one with the longest is
 * asked. Methods, headers of the request and whether a copy is still good are the web room's business. Called on the thread
 * of the request, outside any tenant and for anybody: nothing is shown here that needs a sign-in. Safe for all threads.
 */
@ConsumerType
public interface Pages {

    /** Under which paths it has something, such as {@code /plugins/}; {@code /} for all that nobody else has. */
    String prefix();

    /**
     * What lies at an address. May throw {@link io.plexica.api.problem.PlexicaException}, which is answered as a problem.
     *
     * @return null when nothing does
     */
    @Nullable
    Page at(Visit visit);
}
