/** Events: what has happened, on its way to whom it concerns. */
@NullMarked
package io.plexica.events.internal;

import org.jspecify.annotations.NullMarked;
