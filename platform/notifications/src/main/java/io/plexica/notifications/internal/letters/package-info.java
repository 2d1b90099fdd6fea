/** Messages on their way: the outbox, the worker, what becomes of them. */
@NullMarked
package io.plexica.notifications.internal.letters;

import org.jspecify.annotations.NullMarked;
