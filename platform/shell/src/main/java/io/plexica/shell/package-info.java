/**
 * What the commands of all rooms share: on whose behalf they run, how they print, ask and refuse.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.shell;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
