/** A real database with the data room's roles and some rooms' tables, for the tests of rooms. */
@NullMarked
package io.plexica.itests.rooms;

import org.jspecify.annotations.NullMarked;
