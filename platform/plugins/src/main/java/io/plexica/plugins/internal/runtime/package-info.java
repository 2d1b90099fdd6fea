/** The plugin versions that run, and the routes that lead to them. */
@NullMarked
package io.plexica.plugins.internal.runtime;

import org.jspecify.annotations.NullMarked;
