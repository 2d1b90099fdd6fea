/** Events by Kafka. */
@NullMarked
package io.plexica.events.kafka.internal;

import org.jspecify.annotations.NullMarked;
