package io.plexica.api.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The caller must be signed in and hold a permission; otherwise {@code permission-denied} (403) names what is missing. On
 * a class it holds for every resource method that carries no guard annotation of its own.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresPermission {

    /** Keys such as {@code crm:contacts:read}; of several, any one is enough unless {@link #all} says otherwise. */
    String[] value();

    /** Whether every key is needed rather than any. */
    boolean all() default false;
}
