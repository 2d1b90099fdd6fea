package io.plexica.api.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a resource method answers with when all goes well, where its return type does not tell: one that returns a
 * {@link javax.ws.rs.core.Response}. The API description says so; nothing else follows from it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {

    /** The type of the body; {@code void} for none. */
    Class<?> value();

    /** The status. */
    int status() default 200;

    /** Other statuses with which all has gone well too, such as 204 where there is sometimes nothing to say. */
    int[] also() default {};
}
