/**
 * Secrets, kept out of configuration.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.config;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
