/**
 * The decision engine: permission keys, policies and what they come to. A pure library: values in, a decision out; it knows
 * no database, no framework and no JSON library.
 */
@NullMarked
package io.plexica.authorization.internal.engine;

import org.jspecify.annotations.NullMarked;
