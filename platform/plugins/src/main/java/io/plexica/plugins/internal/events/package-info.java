/** Events as they come to plugins: who handles which, and how handlers are run. */
@NullMarked
package io.plexica.plugins.internal.events;

import org.jspecify.annotations.NullMarked;
