/** What those hear at once who have the application open. */
@NullMarked
package io.plexica.notifications.internal.stream;

import org.jspecify.annotations.NullMarked;
