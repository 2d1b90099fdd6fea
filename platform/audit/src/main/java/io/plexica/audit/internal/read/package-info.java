/** Reading the audit log, and letting its oldest rows go. */
@NullMarked
package io.plexica.audit.internal.read;

import org.jspecify.annotations.NullMarked;
