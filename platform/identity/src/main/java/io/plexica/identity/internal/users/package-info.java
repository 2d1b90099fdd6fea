/** The users of tenants and the super admins, as the platform's own tables know them. */
@NullMarked
package io.plexica.identity.internal.users;

import org.jspecify.annotations.NullMarked;
