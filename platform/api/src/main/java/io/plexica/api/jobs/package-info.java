/**
 * Jobs: work of a plugin at a time or an interval, once for each tenant that has it enabled.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.api.jobs;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
