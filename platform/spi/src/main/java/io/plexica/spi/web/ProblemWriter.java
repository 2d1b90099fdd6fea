package io.plexica.spi.web;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Writes failures as the API answers them, for work that nobody waits for. Safe for all threads. */
@ProviderType
public interface ProblemWriter {

    /**
     * The problem document of a failure, as a call that had thrown it would have been answered; the trace is that of the
     * context. Logs nothing.
     *
     * @param instance the path of what the failure belongs to; null for none
     * @return JSON text
     */
    String write(Throwable failure, @Nullable String instance);
}
