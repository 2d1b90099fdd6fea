package io.plexica.api.hooks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** At which hook a {@link HookHandler} runs: {@code @HandlesHook(name = "core.user.created")}. */
@Documented
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface HandlesHook {

    /** What the names of its service properties begin with. */
    String PREFIX_ = "plexica.hook.";

    /** The hook's name, such as {@code core.user.created}. */
    String name();

    /** Its place among the handlers of a chain: the lower the earlier. */
    int order() default 0;
}
