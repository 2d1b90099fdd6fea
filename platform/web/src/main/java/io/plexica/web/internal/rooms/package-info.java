/** The other rooms, as far as they are there. */
@NullMarked
package io.plexica.web.internal.rooms;

import org.jspecify.annotations.NullMarked;
