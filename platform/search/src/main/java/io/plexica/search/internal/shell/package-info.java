/** Search in the shell. */
@NullMarked
package io.plexica.search.internal.shell;

import org.jspecify.annotations.NullMarked;
