/** Indexes that are made anew. */
@NullMarked
package io.plexica.search.internal.build;

import org.jspecify.annotations.NullMarked;
