/** The OSGi framework behind a small port. */
@NullMarked
package io.plexica.plugins.internal.host;

import org.jspecify.annotations.NullMarked;
