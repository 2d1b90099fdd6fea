/**
 * What a plugin may do when it is installed, enabled, upgraded or removed for a tenant.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.plexica.api.plugin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
