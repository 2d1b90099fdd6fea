/** What is found out about a call before its resource method is: trace, sender, user, tenant, plugin. */
@NullMarked
package io.plexica.web.internal.call;

import org.jspecify.annotations.NullMarked;
