package io.plexica.events.kafka.internal;

import io.plexica.spi.events.CarriedEvent;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names of topics: {@code <tenant>.<plugin>.<entity>.<event>}, with {@code global} for what is outside any tenant and
 * {@code plexica} for what is of all of them; neither can be a tenant's slug.
 */
final class Topics {

    private static final String GLOBAL = "global";
    private static final String POOL = "plexica";
    private static final int PARTS = 4;

    private Topics() {}

    /** Where an event is sent to. */
    static String of(CarriedEvent event, boolean pooled) {
        String first = event.tenantSlug() == null ? GLOBAL : pooled ? POOL : event.tenantSlug();
        return first + "." + event.name();
    }

    /** What decides about the partition: events of one aggregate share one, as far as they share a topic. */
    static String key(CarriedEvent event, boolean pooled) {
        return pooled && event.tenantSlug() != null ? event.tenantSlug() + "/" + event.aggregate() : event.aggregate();
    }

    /** The topics of events of these names, of all tenants that there are and will be, in either layout. */
    static Pattern pattern(Collection<String> names) {
        String any = names.stream().sorted().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("(?!" + GLOBAL + "\\.)[a-z][a-z0-9-]*\\.(?:" + any + ")");
    }

    /** Whether a topic is of this tenant alone. */
    static boolean belongs(String topic, String tenantSlug) {
        return topic.startsWith(tenantSlug + ".") && topic.split("\\.", -1).length == PARTS;
    }

    /** Whose a topic is; null when it is of all tenants. */
    static @Nullable String tenant(String topic) {
        String first = topic.substring(0, Math.max(0, topic.indexOf('.')));
        return first.equals(POOL) ? null : first;
    }

    /** The name of the events of a topic. */
    static String event(String topic) {
        return topic.substring(topic.indexOf('.') + 1);
    }
}
