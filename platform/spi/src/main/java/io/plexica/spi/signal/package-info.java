/**
 * What nodes tell each other: that something they may keep in memory has changed.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.signal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
