/** How much plugins may do at once and for how long, and what became of the calls to them. */
@NullMarked
package io.plexica.web.internal.bounds;

import org.jspecify.annotations.NullMarked;
