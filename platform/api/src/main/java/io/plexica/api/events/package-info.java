/**
 * Events: what plugins and the platform say has happened, published with the change and handled by other plugins later.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.api.events;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
