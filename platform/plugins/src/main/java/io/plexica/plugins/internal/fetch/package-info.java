/** Plugins by Maven coordinate, from the repositories that the operator names and from nowhere else. */
@NullMarked
package io.plexica.plugins.internal.fetch;

import org.jspecify.annotations.NullMarked;
