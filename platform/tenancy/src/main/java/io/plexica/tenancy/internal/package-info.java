/** Tenants, workspaces, provisioning. */
@NullMarked
package io.plexica.tenancy.internal;

import org.jspecify.annotations.NullMarked;
