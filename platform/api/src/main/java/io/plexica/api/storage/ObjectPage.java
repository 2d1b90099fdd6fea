package io.plexica.api.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items objects in the order of their paths
 * @param next what to ask for the part that follows with; null when nothing follows
 */
public record ObjectPage(
        List<ObjectSummary> items, @Nullable String next) {

    public ObjectPage {
        items = List.copyOf(items);
    }
}
