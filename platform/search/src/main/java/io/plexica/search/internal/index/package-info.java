/** Indexes that are written to and searched. */
@NullMarked
package io.plexica.search.internal.index;

import org.jspecify.annotations.NullMarked;
