/**
 * How a plugin is used: what its author counts, per tenant and day.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.api.analytics;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
