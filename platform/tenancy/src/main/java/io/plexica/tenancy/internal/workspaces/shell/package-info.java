/** Workspaces in the shell. */
@NullMarked
package io.plexica.tenancy.internal.workspaces.shell;

import org.jspecify.annotations.NullMarked;
