/** Objects over HTTP: links, and how much is kept. */
@NullMarked
package io.plexica.storage.internal.rest;

import org.jspecify.annotations.NullMarked;
