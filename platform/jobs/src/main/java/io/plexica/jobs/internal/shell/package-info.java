/** Jobs in the shell. */
@NullMarked
package io.plexica.jobs.internal.shell;

import org.jspecify.annotations.NullMarked;
