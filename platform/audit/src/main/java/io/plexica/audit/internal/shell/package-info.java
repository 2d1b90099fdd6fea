/** The audit log in the shell. */
@NullMarked
package io.plexica.audit.internal.shell;

import org.jspecify.annotations.NullMarked;
