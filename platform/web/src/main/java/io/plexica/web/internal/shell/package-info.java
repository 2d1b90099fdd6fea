/** What operators see of the platform as a whole in the shell. */
@NullMarked
package io.plexica.web.internal.shell;

import org.jspecify.annotations.NullMarked;
