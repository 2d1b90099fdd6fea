/** Logins, the pool of connections, and whether the server answers. */
@NullMarked
package io.plexica.data.internal.pool;

import org.jspecify.annotations.NullMarked;
