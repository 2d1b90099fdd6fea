/** Objects in the shell. */
@NullMarked
package io.plexica.storage.internal.shell;

import org.jspecify.annotations.NullMarked;
