/**
 * How much plugins may do at once and for how long: the places, queues and breakers by which whoever calls them keeps to that.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.bounds;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
