/** What the platform itself tells people. */
@NullMarked
package io.plexica.notifications.internal.notices;

import org.jspecify.annotations.NullMarked;
