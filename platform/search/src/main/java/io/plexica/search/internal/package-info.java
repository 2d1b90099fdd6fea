/** Documents of plugins, and what finds them. */
@NullMarked
package io.plexica.search.internal;

import org.jspecify.annotations.NullMarked;
