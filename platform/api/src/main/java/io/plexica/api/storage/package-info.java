/**
 * Files of a plugin in the current tenant's bucket: written whole, read as streams, handed to browsers by links.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.api.storage;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
