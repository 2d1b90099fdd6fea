/** Manifest, registry, installer, lifecycle, versions. */
@NullMarked
package io.plexica.plugins.internal;

import org.jspecify.annotations.NullMarked;
