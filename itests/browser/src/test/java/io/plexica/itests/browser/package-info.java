/** What people meet in a browser: each spec file of {@code frontend/e2e} is one test. */
@NullMarked
package io.plexica.itests.browser;

import org.jspecify.annotations.NullMarked;
