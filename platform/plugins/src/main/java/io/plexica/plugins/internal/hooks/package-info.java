/** Hooks: who handles which, and how handlers are run. */
@NullMarked
package io.plexica.plugins.internal.hooks;

import org.jspecify.annotations.NullMarked;
