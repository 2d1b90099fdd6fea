/** What the shell itself does otherwise than Karaf's. */
@NullMarked
package io.plexica.shell.internal;

import org.jspecify.annotations.NullMarked;
