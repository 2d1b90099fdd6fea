/** How plugins do: calls, faults, leaks and use. */
@NullMarked
package io.plexica.plugins.internal.stats;

import org.jspecify.annotations.NullMarked;
