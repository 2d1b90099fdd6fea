/**
 * How calls are counted where one may make only so many of them in a minute.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.limits;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
