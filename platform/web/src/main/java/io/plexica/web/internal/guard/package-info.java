/** What resource methods demand, and the chain that demands it. */
@NullMarked
package io.plexica.web.internal.guard;

import org.jspecify.annotations.NullMarked;
