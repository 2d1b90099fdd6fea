/** The one way onto the platform, and off it. */
@NullMarked
package io.plexica.plugins.internal.publish;

import org.jspecify.annotations.NullMarked;
