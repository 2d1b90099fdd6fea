/** Dead letters over REST. */
@NullMarked
package io.plexica.events.internal.rest;

import org.jspecify.annotations.NullMarked;
