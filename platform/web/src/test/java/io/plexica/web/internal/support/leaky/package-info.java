/** Classes of a plugin that uses everything by which a class loader could be held. */
@NullMarked
package io.plexica.web.internal.support.leaky;

import org.jspecify.annotations.NullMarked;
