/** Values that the plugins of a tenant share. */
@NullMarked
package io.plexica.plugins.internal.shared;

import org.jspecify.annotations.NullMarked;
