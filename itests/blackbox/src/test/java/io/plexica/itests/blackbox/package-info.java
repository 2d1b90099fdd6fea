/**
 * The assembled platform with real servers, as an operator, an author, an admin and a user meet it.
 */
@NullMarked
package io.plexica.itests.blackbox;

import org.jspecify.annotations.NullMarked;
