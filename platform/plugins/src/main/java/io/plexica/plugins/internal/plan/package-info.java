/** What would have to happen for a wish, and all that stands in its way. Pure: nothing here touches anything. */
@NullMarked
package io.plexica.plugins.internal.plan;

import org.jspecify.annotations.NullMarked;
