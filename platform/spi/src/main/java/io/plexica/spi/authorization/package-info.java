/**
 * What somebody may do: roles, grants and the permissions that plugins bring.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.authorization;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
