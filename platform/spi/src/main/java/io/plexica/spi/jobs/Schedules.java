package io.plexica.spi.jobs;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Reads when jobs are due. The jobs room provides it. Safe for all threads, never blocks. */
@ProviderType
public interface Schedules {

    /** What is wrong with a schedule, and what would be right, in words; null when nothing is. */
    @Nullable
    String problem(String schedule);
}
