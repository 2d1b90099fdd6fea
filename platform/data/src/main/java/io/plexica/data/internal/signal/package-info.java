/** What nodes tell each other through the database. */
@NullMarked
package io.plexica.data.internal.signal;

import org.jspecify.annotations.NullMarked;
