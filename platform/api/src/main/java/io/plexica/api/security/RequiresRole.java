package io.plexica.api.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The caller must be signed in and have a role in the tenant; otherwise {@code permission-denied} (403). Prefer
 * {@link RequiresPermission}: tenants rename and recombine roles, keys stay.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresRole {

    /** Role names such as {@code admin}; of several, any one is enough. */
    String[] value();
}
