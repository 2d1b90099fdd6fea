/**
 * Who somebody is: tokens, users, and the identity server behind them.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.spi.identity;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
