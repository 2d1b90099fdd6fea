package io.plexica.search.internal.index;

import org.jspecify.annotations.Nullable;

/**
 * Where the documents of a plugin in a tenant go.
 *
 * @param generation the index that is searched
 * @param building the one that is being made to take its place; null while none is
 * @param complete whether all documents that there are have been told
 */
public record IndexRoute(long generation, @Nullable Long building, boolean complete) {

    /** Before anybody told what there was. */
    static final IndexRoute FIRST = new IndexRoute(1, null, false);
}
