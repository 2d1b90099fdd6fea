/** Traces leave by OTLP, the protocol of OpenTelemetry. */
@NullMarked
package io.plexica.observability.internal;

import org.jspecify.annotations.NullMarked;
