/** Messages to people: written in their language, sent by mail, or kept for an admin to read. */
@NullMarked
package io.plexica.notifications.internal;

import org.jspecify.annotations.NullMarked;
