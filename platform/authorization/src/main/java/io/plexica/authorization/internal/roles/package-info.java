/** The roles of a tenant: what may be changed of them, and by whom. */
@NullMarked
package io.plexica.authorization.internal.roles;

import org.jspecify.annotations.NullMarked;
