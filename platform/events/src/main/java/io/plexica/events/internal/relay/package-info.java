/** What brings events from the outbox to those who handle them. */
@NullMarked
package io.plexica.events.internal.relay;

import org.jspecify.annotations.NullMarked;
