/** PostgreSQL and Keycloak on this machine, and the demo tenants. */
@NullMarked
package io.plexica.embedded.internal;

import org.jspecify.annotations.NullMarked;
