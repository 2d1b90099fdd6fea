/**
 * How events reach plugins: what carries them between nodes, which of them handle what, and how their handlers are run.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.plexica.spi.events;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
