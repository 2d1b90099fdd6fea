/** What authors see of the call that their code works for. */
@NullMarked
package io.plexica.authorization.internal.context;

import org.jspecify.annotations.NullMarked;
