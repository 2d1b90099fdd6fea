/**
 * What those hear at once who have the application open: rooms say what has changed, and each reader gets what they may know.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.stream;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
