/** The room's commands. */
@NullMarked
package io.plexica.plugins.internal.shell;

import org.jspecify.annotations.NullMarked;
