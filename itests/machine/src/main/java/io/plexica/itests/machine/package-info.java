/** What tests take of the machine they run on. */
@NullMarked
package io.plexica.itests.machine;

import org.jspecify.annotations.NullMarked;
