/**
 * Tenants, and what takes part in making and removing one.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.tenancy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
