/** Long work in the shell. */
@NullMarked
package io.plexica.operations.internal.shell;

import org.jspecify.annotations.NullMarked;
