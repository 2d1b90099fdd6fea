/** Reads the bodies of requests and collects all that is wrong with them. */
@NullMarked
package io.plexica.authorization.internal.body;

import org.jspecify.annotations.NullMarked;
