/**
 * Values that the plugins of one tenant share, each below the id of the plugin that it belongs to.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.api.shared;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
