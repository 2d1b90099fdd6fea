/** Documents and searches as plugins give them, checked and brought into the form that engines take. */
@NullMarked
package io.plexica.search.internal.documents;

import org.jspecify.annotations.NullMarked;
