/**
 * The audit log as core services write it.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
