/**
 * Hooks: named points, in the platform and in plugins, at which plugins run code.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.api.hooks;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
