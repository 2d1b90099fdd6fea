/** Signing in and out, and who the caller is, over REST. */
@NullMarked
package io.plexica.identity.internal.auth;

import org.jspecify.annotations.NullMarked;
