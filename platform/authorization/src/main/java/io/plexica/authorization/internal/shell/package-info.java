/** Commands for roles, permissions and policies. */
@NullMarked
package io.plexica.authorization.internal.shell;

import org.jspecify.annotations.NullMarked;
