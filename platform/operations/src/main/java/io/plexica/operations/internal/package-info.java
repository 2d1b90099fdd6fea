/** Long work: who runs it, where its progress is kept and how people watch it. */
@NullMarked
package io.plexica.operations.internal;

import org.jspecify.annotations.NullMarked;
