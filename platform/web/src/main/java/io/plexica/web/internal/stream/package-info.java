/** Server-sent events: who reads, and how what is sent gets there without a thread waiting. */
@NullMarked
package io.plexica.web.internal.stream;

import org.jspecify.annotations.NullMarked;
