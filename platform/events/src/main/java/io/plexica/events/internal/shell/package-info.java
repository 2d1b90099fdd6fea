/** Events in the shell. */
@NullMarked
package io.plexica.events.internal.shell;

import org.jspecify.annotations.NullMarked;
