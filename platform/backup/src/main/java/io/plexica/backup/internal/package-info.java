/** Tenants on their way out of a platform and into one. */
@NullMarked
package io.plexica.backup.internal;

import org.jspecify.annotations.NullMarked;
