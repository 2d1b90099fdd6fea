package io.plexica.settings.internal;

import io.plexica.spi.data.Database;
import io.plexica.spi.signal.Signals;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All flags in memory, read again by the first who asks after a change. When they cannot be read, what was known stays in
 * force: a feature is no right. Safe for all threads.
 */
final class FlagMemory {

    private static final Logger LOG = LoggerFactory.getLogger(FlagMemory.class);

    private final Database database;
    private final Signals signals;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Known known;

    FlagMemory(Database database, Signals signals) {
        this.database = database;
        this.signals = signals;
    }

    void forget() {
        changes.incrementAndGet();
    }

    Map<String, Flag> flags() {
        Known present = known;
        if (present != null && present.change() == changes.get() && signals.isCurrent()) {
            return present.flags();
        }
        return read(present);
    }

    private Map<String, Flag> read(@Nullable Known before) {
        long change = changes.get();
        try {
            Map<String, Flag> read = database.apart(() -> database.core(FlagStore::all)).stream()
                    .collect(Collectors.toUnmodifiableMap(Flag::key, Function.identity()));
            known = new Known(read, change);
            return read;
        } catch (RuntimeException e) {
            if (before == null) {
                throw e;
            }
            LOG.debug("Feature flags could not be read again", e);
            return before.flags();
        }
    }

    private record Known(Map<String, Flag> flags, long change) {}
}
