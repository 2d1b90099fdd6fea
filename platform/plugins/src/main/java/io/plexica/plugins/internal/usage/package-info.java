/** How plugins are used: counted in memory, kept in a table. */
@NullMarked
package io.plexica.plugins.internal.usage;

import org.jspecify.annotations.NullMarked;
