/** What the servers on this machine have in common: files, secrets, unpacking, minding. */
@NullMarked
package io.plexica.embedded.internal.server;

import org.jspecify.annotations.NullMarked;
