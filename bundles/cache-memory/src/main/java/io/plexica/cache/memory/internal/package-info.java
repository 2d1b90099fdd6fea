/** Values are cached in the memory of each node. */
@NullMarked
package io.plexica.cache.memory.internal;

import org.jspecify.annotations.NullMarked;
