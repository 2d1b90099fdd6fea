/**
 * Taking a tenant out of a platform and bringing it into one. Each room brings its part.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.backup;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
