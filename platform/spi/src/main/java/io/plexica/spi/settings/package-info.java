/**
 * What operators switch on and off while the platform runs.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.settings;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
