/** What people are told: who it goes to, how it is kept, what they do with it. */
@NullMarked
package io.plexica.notifications.internal.notes;

import org.jspecify.annotations.NullMarked;
