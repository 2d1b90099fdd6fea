/** PostgreSQL on this machine. */
@NullMarked
package io.plexica.embedded.internal.postgres;

import org.jspecify.annotations.NullMarked;
