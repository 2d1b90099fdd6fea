/**
 * Figures of the running platform, for whoever watches over it.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.metrics;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
