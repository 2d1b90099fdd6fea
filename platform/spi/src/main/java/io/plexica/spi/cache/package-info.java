/**
 * Where values are kept that the platform remembers for a while.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.cache;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
