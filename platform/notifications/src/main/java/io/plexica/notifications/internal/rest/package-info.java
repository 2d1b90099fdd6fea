/** Messages that were kept, over REST. */
@NullMarked
package io.plexica.notifications.internal.rest;

import org.jspecify.annotations.NullMarked;
