/** One JAX-RS server for the platform and one for each plugin version. */
@NullMarked
package io.plexica.web.internal.server;

import org.jspecify.annotations.NullMarked;
