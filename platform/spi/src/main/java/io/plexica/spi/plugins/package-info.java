/**
 * Which plugin version serves whom, and the calls by which plugins are published and installed.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.plexica.spi.plugins;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
