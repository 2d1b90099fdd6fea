/** Pool, tenant switch, transactions, migrations, persistence units. */
@NullMarked
package io.plexica.data.internal;

import org.jspecify.annotations.NullMarked;
