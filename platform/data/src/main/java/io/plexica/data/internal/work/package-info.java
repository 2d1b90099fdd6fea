/** The unit of work: one transaction on one connection, under the role of whoever is at work. */
@NullMarked
package io.plexica.data.internal.work;

import org.jspecify.annotations.NullMarked;
