/** Tokens and users. */
@NullMarked
package io.plexica.identity.internal;

import org.jspecify.annotations.NullMarked;
