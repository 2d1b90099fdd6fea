/** Values are cached, and calls counted, in a Redis for all nodes together. */
@NullMarked
package io.plexica.cache.redis.internal;

import org.jspecify.annotations.NullMarked;
