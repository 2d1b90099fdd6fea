/** The commands of this room. */
@NullMarked
package io.plexica.identity.internal.shell;

import org.jspecify.annotations.NullMarked;
