/** Single deliveries: claimed, tried, done or dead. */
@NullMarked
package io.plexica.events.internal.delivery;

import org.jspecify.annotations.NullMarked;
