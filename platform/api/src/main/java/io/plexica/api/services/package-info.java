/**
 * What plugins offer each other: services whose types live in API bundles, found for the tenant that asks.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.api.services;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
