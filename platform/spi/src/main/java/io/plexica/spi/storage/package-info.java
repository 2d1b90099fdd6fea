/**
 * Engines that keep objects in buckets.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.storage;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
