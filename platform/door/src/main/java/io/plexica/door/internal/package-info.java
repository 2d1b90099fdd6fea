/** What a caller is told who comes while nobody is there to answer. */
@NullMarked
package io.plexica.door.internal;

import org.jspecify.annotations.NullMarked;
