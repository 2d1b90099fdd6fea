/** JSON as the API speaks it: strict, and with memory of its own for every server. */
@NullMarked
package io.plexica.web.internal.json;

import org.jspecify.annotations.NullMarked;
