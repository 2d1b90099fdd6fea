/** Keycloak as the identity server. */
@NullMarked
package io.plexica.identity.keycloak.internal;

import org.jspecify.annotations.NullMarked;
