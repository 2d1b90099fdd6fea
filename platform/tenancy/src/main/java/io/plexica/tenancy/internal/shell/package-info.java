/** Tenants in the shell. */
@NullMarked
package io.plexica.tenancy.internal.shell;

import org.jspecify.annotations.NullMarked;
