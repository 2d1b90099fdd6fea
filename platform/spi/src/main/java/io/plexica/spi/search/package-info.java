/**
 * Engines that find documents by their words, and the plugins' documents as a new index wants them.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.search;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
