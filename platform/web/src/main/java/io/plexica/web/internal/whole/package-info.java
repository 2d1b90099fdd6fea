/** Whether what is not found is not there. */
@NullMarked
package io.plexica.web.internal.whole;

import org.jspecify.annotations.NullMarked;
