/** What was asked and answered, what the tables say afterwards, and the pure judge of both. */
@NullMarked
package io.plexica.itests.faults.history;

import org.jspecify.annotations.NullMarked;
