/**
 * The platform's own threads.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.threads;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
