/** What somebody may do: kept in memory, dropped by signal, and given by nobody who does not have it. */
@NullMarked
package io.plexica.authorization.internal.grants;

import org.jspecify.annotations.NullMarked;
