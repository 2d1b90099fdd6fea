/** What tests of this room share. */
@org.jspecify.annotations.NullMarked
package io.plexica.authorization.internal.testing;
