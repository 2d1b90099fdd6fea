/**
 * The rules of the house as failing checks: who may import whom, what a package and a file look like, where versions stand.
 */
@NullMarked
package io.plexica.itests.house;

import org.jspecify.annotations.NullMarked;
