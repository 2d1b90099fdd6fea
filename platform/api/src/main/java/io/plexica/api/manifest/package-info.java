/**
 * The manifest {@code META-INF/plexica/plugin.json} as values. Its JSON Schema lies in this bundle at
 * {@code META-INF/plexica/plugin.schema.json}.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.plexica.api.manifest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
