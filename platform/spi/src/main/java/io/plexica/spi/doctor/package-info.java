/**
 * What an operator wants looked at now and then, and each time something is odd.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.doctor;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
