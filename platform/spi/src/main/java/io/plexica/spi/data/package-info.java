/**
 * The database as core services use it: units of work, schemas, migrations. The {@code data} room provides it.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
