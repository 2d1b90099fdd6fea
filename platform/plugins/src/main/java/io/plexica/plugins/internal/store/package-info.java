/** What the room keeps in the database. */
@NullMarked
package io.plexica.plugins.internal.store;

import org.jspecify.annotations.NullMarked;
