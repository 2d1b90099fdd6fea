/** The one file that a tenant is on its way. */
@NullMarked
package io.plexica.backup.internal.archive;

import org.jspecify.annotations.NullMarked;
