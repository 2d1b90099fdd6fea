/** Feature flags in the shell. */
@NullMarked
package io.plexica.settings.internal.shell;

import org.jspecify.annotations.NullMarked;
