/**
 * A whole platform in a temporary folder for black-box tests: started by the same script as anybody's, reached over HTTP
 * and its shell, and broken on purpose.
 */
@NullMarked
package io.plexica.itests.support;

import org.jspecify.annotations.NullMarked;
