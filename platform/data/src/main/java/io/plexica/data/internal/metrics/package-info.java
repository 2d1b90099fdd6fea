/** What the room tells of connections and statements. */
@NullMarked
package io.plexica.data.internal.metrics;

import org.jspecify.annotations.NullMarked;
