package io.plexica.storage.internal;

import io.plexica.api.storage.ObjectPage;
import io.plexica.api.storage.ObjectSummary;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant keeps.
 *
 * @param objects how many objects
 * @param bytes how many bytes they have together
 * @param limit how many it may keep; null where there is no bound
 * @param plugins the same by plugin
 */
public record Usage(long objects, long bytes, @Nullable Long limit, Map<String, Share> plugins) {

    public Usage {
        plugins = Map.copyOf(plugins);
    }

    /** What one plugin keeps. */
    public record Share(long objects, long bytes) {

        Share plus(ObjectSummary object) {
            return new Share(objects + 1, bytes + object.size());
        }
    }

    /** Counts a whole bucket, part after part. */
    static Usage count(Buckets buckets, String slug, @Nullable Long limit) {
        Map<String, Share> plugins = new TreeMap<>();
        String after = null;
        do {
            String from = after;
            ObjectPage page =
                    buckets.in(slug, (engine, bucket) -> engine.list(bucket, "", from, ObjectRules.MOST_LISTED));
            page.items()
                    .forEach(item -> plugins.merge(
                            pluginOf(item.path()), new Share(1, item.size()), (left, right) -> left.plus(item)));
            after = page.next();
        } while (after != null);
        long objects = plugins.values().stream().mapToLong(Share::objects).sum();
        long bytes = plugins.values().stream().mapToLong(Share::bytes).sum();
        return new Usage(objects, bytes, limit, plugins);
    }

    private static String pluginOf(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
