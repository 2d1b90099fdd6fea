/**
 * Messages to people, by mail or kept for an admin to read.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.mail;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
