/** Keycloak on this machine. */
@NullMarked
package io.plexica.embedded.internal.keycloak;

import org.jspecify.annotations.NullMarked;
