/** Headers and connections, whatever is asked for. */
@NullMarked
package io.plexica.web.internal.http;

import org.jspecify.annotations.NullMarked;
