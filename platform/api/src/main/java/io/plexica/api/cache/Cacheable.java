package io.plexica.api.cache;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The answers of this method of an interface are remembered, for each tenant and each set of arguments apart, where it is
 * called through {@link Cache#caching}. Arguments are text, numbers, truth values, UUIDs, dates or enum constants. An answer
 * that is null is not remembered. Who calls makes no difference: an argument must say what does.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Cacheable {

    /** How long. */
    Lifetime value() default Lifetime.ANSWER;

    /** How long in seconds, instead of {@link #value}; 0 for that. */
    int seconds() default 0;

    /** How keys begin; empty for the names of the interface and the method, as in {@code Contacts.byEmail}. */
    String key() default "";
}
