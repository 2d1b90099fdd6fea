/**
 * Jobs of plugins, as the room that runs them and the room that hosts plugins see each other.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.jobs;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
