/** From the network to the right server, and back. */
@NullMarked
package io.plexica.web.internal.dispatch;

import org.jspecify.annotations.NullMarked;
