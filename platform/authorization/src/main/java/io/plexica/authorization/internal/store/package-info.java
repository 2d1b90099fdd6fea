/** Roles, permissions and policies in the tables of one tenant. */
@NullMarked
package io.plexica.authorization.internal.store;

import org.jspecify.annotations.NullMarked;
