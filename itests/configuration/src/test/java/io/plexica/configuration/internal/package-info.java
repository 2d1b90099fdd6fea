/** Looks at the settings of all rooms with the eyes of the configuration room, in whose package these tests are. */
@NullMarked
package io.plexica.configuration.internal;

import org.jspecify.annotations.NullMarked;
