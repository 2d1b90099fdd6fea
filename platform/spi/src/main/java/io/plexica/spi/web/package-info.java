/**
 * How a plugin version's resources get onto the network.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.plexica.spi.web;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
