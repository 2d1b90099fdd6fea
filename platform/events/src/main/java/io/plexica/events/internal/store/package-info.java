/** Histories of plugins' aggregates. */
@NullMarked
package io.plexica.events.internal.store;

import org.jspecify.annotations.NullMarked;
