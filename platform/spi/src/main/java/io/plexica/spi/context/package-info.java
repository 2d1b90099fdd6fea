/**
 * On whose behalf the calling thread works: one immutable value, set at the entry of every piece of work.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.context;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
