/** Plugins in tenants: install, enable, disable, upgrade, uninstall. */
@NullMarked
package io.plexica.plugins.internal.tenant;

import org.jspecify.annotations.NullMarked;
