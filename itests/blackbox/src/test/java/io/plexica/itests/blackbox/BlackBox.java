package io.plexica.itests.blackbox;

import io.plexica.itests.support.PlatformExtension;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of the running platform; the constructor takes a {@link io.plexica.itests.support.Platform}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(PlatformExtension.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@interface BlackBox {

    /** Order of classes that hurt the platform for a while. */
    int HURTS = Integer.MAX_VALUE - 100;

    /** Order of classes that kill it. */
    int KILLS = Integer.MAX_VALUE - 10;
}
