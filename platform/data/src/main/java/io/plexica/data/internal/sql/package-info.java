/** SQL as text: quoting, taking apart, and telling what it does. */
@NullMarked
package io.plexica.data.internal.sql;

import org.jspecify.annotations.NullMarked;
