/** How events are published, and what is kept of them. */
@NullMarked
package io.plexica.events.internal.outbox;

import org.jspecify.annotations.NullMarked;
