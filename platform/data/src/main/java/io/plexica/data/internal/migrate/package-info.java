/** Migrations of rooms and of plugins. */
@NullMarked
package io.plexica.data.internal.migrate;

import org.jspecify.annotations.NullMarked;
