/**
 * A plugin's settings as they hold for the current work, and the news that they have changed.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.api.configuration;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
