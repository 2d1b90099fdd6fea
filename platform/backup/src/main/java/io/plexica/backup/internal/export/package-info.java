/** Taking tenants out and bringing them in. */
@NullMarked
package io.plexica.backup.internal.export;

import org.jspecify.annotations.NullMarked;
