/** Tables of tenants on their way out of the database and into another. */
@NullMarked
package io.plexica.data.internal.copy;

import org.jspecify.annotations.NullMarked;
