/** The parts of a tenant, and who belongs to them with what role. */
@NullMarked
package io.plexica.tenancy.internal.workspaces;

import org.jspecify.annotations.NullMarked;
