/** A version's way to many tenants, one after the other, and back when it does harm. */
@NullMarked
package io.plexica.plugins.internal.rollout;

import org.jspecify.annotations.NullMarked;
