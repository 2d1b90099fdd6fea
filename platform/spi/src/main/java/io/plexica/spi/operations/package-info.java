/**
 * Long work with progress.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.operations;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
