/** Roles, permissions, decisions. */
@NullMarked
package io.plexica.authorization.internal;

import org.jspecify.annotations.NullMarked;
