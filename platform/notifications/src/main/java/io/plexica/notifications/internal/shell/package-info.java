/** Messages in the shell. */
@NullMarked
package io.plexica.notifications.internal.shell;

import org.jspecify.annotations.NullMarked;
