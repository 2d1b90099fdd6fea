/** The policies of a tenant: what may be changed of them, and by whom. */
@NullMarked
package io.plexica.authorization.internal.policies;

import org.jspecify.annotations.NullMarked;
