package io.plexica.api.events;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Histories of the plugin's aggregates in the current tenant, for authors who keep what happened and not what is. Rows are
 * numbered from 1 within each history, never change, and go with the plugin's data in the tenant. Nothing kept here is
 * delivered to anybody; publish with {@link Events} in the same unit of work what others are to hear. A service of bundle
 * scope: inject it with {@code @Reference}. Safe for all threads.
 */
@ProviderType
public interface EventStore {

    /**
     * Appends to a history, in the current unit of work.
     *
     * @param type the kind of aggregate, such as {@code order}, 1 to 60 characters
     * @param aggregateId identifier of the aggregate, 1 to 200 characters
     * @param expected the number of the last entry that the caller has read; 0 for a history that begins
     * @param facts what happened, in order
     * @return the number of the last entry
     * @throws io.plexica.api.problem.PlexicaException {@code conflict} ({@code sequence-moved}) when the last entry has another
     *     number: read what came, and decide again; {@code internal-error} for what cannot be kept
     */
    long append(String type, String aggregateId, long expected, List<Fact> facts);

    /**
     * Reads a history, in its order.
     *
     * @param after entries with higher numbers only; 0 for all
     * @param most at most so many, up to 1000
     */
    List<Entry> read(String type, String aggregateId, long after, int most);

    /**
     * What happened.
     *
     * @param name such as {@code order-placed}, 1 to 120 characters
     * @param payload a value that Jackson writes as a JSON object of at most 256 KiB
     */
    record Fact(String name, Object payload) {}

    /**
     * What is kept of it.
     *
     * @param sequence its number in the history
     * @param userId who made it happen; null for nobody in person
     * @param payload a JSON object as Java values; it can hold nulls
     */
    record Entry(
            long sequence,
            String name,
            Instant at,
            @Nullable UUID userId,
            Map<String, Object> payload) {

        public Entry {
            payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
        }
    }
}
