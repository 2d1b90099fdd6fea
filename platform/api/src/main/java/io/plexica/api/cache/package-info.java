/**
 * What a plugin remembers for a while, for each tenant apart, so that it need not be worked out again.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.api.cache;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
