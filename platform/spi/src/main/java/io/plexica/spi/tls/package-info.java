/**
 * Whom to trust of the servers that are talked to.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.tls;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
