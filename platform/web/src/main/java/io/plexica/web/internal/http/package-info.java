/** Headers that have nothing to do with what is asked for. */
@NullMarked
package io.plexica.web.internal.http;

import org.jspecify.annotations.NullMarked;
