/**
 * Pages and files for browsers, beside the API: rooms and adapters bring them, the web room answers with them.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.pages;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
