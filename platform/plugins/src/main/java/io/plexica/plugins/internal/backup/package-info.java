/** Plugins of tenants that are taken elsewhere. */
@NullMarked
package io.plexica.plugins.internal.backup;

import org.jspecify.annotations.NullMarked;
