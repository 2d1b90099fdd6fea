/** The room's settings. */
@NullMarked
package io.plexica.plugins.internal.settings;

import org.jspecify.annotations.NullMarked;
