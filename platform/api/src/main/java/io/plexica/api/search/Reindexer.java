package io.plexica.api.search;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells all documents of a type, from which an index is made anew: when a tenant's admin asks for it, when the plugin comes to
 * data that was there before it knew of search, and when the platform has changed its engine. Register it as a DS component,
 * one for each type.
 *
 * <p>Called in the context of a tenant that has the plugin enabled, on its version there, for one part after the other, each
 * in a unit of work of its own. Documents that belong to workspaces are asked for in each workspace. Meanwhile people go on
 * working: what they change is in the new index too, so a part may say what was true when it was read.
 */
@ConsumerType
public interface Reindexer {

    /** The type whose documents these are. */
    DocumentType type();

    /**
     * Some documents, in an order that stays as it is while others come and go, such as that of ids.
     *
     * @param after {@link DocumentPage#next} of the part before; null for the first
     * @param size how many are wanted
     */
    DocumentPage page(@Nullable String after, int size);
}
