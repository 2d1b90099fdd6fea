/**
 * Traces: which pieces of work one call led to, where traces are exported; nothing where they are not.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.tracing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
