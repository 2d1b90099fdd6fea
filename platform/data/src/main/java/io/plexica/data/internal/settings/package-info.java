/** How the room works, as values. */
@NullMarked
package io.plexica.data.internal.settings;

import org.jspecify.annotations.NullMarked;
