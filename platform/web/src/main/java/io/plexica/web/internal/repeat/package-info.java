/** Calls that are made twice and done once: {@code Idempotency-Key}. */
@NullMarked
package io.plexica.web.internal.repeat;

import org.jspecify.annotations.NullMarked;
