/**
 * What the platform costs beside the same code without it, measured in one run, interleaved.
 */
@NullMarked
package io.plexica.itests.bench;

import org.jspecify.annotations.NullMarked;
