/**
 * What is done with words that people write.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.text;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
