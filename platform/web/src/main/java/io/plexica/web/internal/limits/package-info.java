/** How many calls somebody may make in a minute. */
@NullMarked
package io.plexica.web.internal.limits;

import org.jspecify.annotations.NullMarked;
