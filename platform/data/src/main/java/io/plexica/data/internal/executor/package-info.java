/** Threads on which plugins' work goes on in the context of whoever handed it over. */
@NullMarked
package io.plexica.data.internal.executor;

import org.jspecify.annotations.NullMarked;
