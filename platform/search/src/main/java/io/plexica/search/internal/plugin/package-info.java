/** Search as plugins get at it. */
@NullMarked
package io.plexica.search.internal.plugin;

import org.jspecify.annotations.NullMarked;
