/** What the test kit is made of; tests use the package above. */
@NullMarked
package io.plexica.testkit.internal;

import org.jspecify.annotations.NullMarked;
