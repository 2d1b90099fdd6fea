package io.plexica.web.internal.guard;

import io.plexica.api.security.Authenticated;
import io.plexica.api.security.OptionalAuthentication;
import io.plexica.api.security.PublicEndpoint;
import io.plexica.api.security.RequiresPermission;
import io.plexica.api.security.RequiresRole;
import io.plexica.api.security.SkipPluginCheck;
import io.plexica.spi.web.SuperAdminOnly;
import io.plexica.spi.web.WithinWorkspace;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the guard of a method. The nearest place that says anything decides: the method itself, the methods it overrides
 * or implements, its class, the classes and interfaces above. Two different guards in one place are none.
 */
final class GuardReader {

    private GuardReader() {}

    /** Whether a method changes what lies in one workspace, and judges itself in which. */
    static boolean isWithinWorkspace(Class<?> type, Method method) {
        return Stream.concat(declared(type, method).stream(), Stream.of(type))
                .anyMatch(element -> element.isAnnotationPresent(WithinWorkspace.class));
    }

    /** What was read: a guard, or why there is none. */
    record Reading(Guard guard, @Nullable String problem) {}

    static Reading read(Class<?> type, Method method) {
        List<Class<?>> above = above(type);
        List<Method> inherited = above.stream()
                .flatMap(other -> declared(other, method).stream())
                .toList();
        List<List<? extends AnnotatedElement>> places =
                List.of(declared(type, method).stream().toList(), inherited, List.<AnnotatedElement>of(type), above);
        for (List<? extends AnnotatedElement> place : places) {
            Set<Guard> guards = guards(place);
            if (guards.size() > 1) {
                return new Reading(Guard.MISSING, "carries more than one kind of guard");
            }
            if (guards.size() == 1) {
                Guard guard = guards.iterator().next();
                return new Reading(skips(places) ? guard.withSkippedPluginCheck() : guard, null);
            }
        }
        return new Reading(Guard.MISSING, "says nothing about who may call it");
    }

    private static Set<Guard> guards(List<? extends AnnotatedElement> place) {
        Set<Guard> guards = new LinkedHashSet<>();
        place.forEach(element -> Arrays.stream(element.getDeclaredAnnotations())
                .flatMap(annotation -> guard(annotation).stream())
                .forEach(guards::add));
        return guards;
    }

    private static Optional<Guard> guard(Annotation annotation) {
        if (annotation instanceof RequiresPermission permission) {
            return guard(Guard.Kind.PERMISSION, permission.all(), permission.value());
        }
        if (annotation instanceof RequiresRole role) {
            return guard(Guard.Kind.ROLE, false, role.value());
        }
        if (annotation instanceof Authenticated) {
            return guard(Guard.Kind.AUTHENTICATED, false);
        }
        if (annotation instanceof OptionalAuthentication) {
            return guard(Guard.Kind.OPTIONAL, false);
        }
        if (annotation instanceof PublicEndpoint) {
            return guard(Guard.Kind.PUBLIC, false);
        }
        return annotation instanceof SuperAdminOnly ? guard(Guard.Kind.SUPER_ADMIN, false) : Optional.empty();
    }

    private static Optional<Guard> guard(Guard.Kind kind, boolean all, String... values) {
        return Optional.of(new Guard(kind, List.of(values), all, false));
    }

    private static boolean skips(List<List<? extends AnnotatedElement>> places) {
        return places.stream()
                .flatMap(List::stream)
                .anyMatch(element -> element.isAnnotationPresent(SkipPluginCheck.class));
    }

    private static Optional<Method> declared(Class<?> type, Method method) {
        return Stream.of(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method.getName()))
                .filter(candidate -> Arrays.equals(candidate.getParameterTypes(), method.getParameterTypes()))
                .filter(candidate -> !candidate.isBridge())
                .findFirst();
    }

    /** All superclasses and interfaces, nearer ones first. */
    private static List<Class<?>> above(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        List<Class<?>> open = new ArrayList<>(List.of(type));
        while (!open.isEmpty()) {
            Class<?> next = open.remove(0);
            Stream.concat(Stream.ofNullable(next.getSuperclass()), Arrays.stream(next.getInterfaces()))
                    .filter(other -> other != Object.class)
                    .filter(found::add)
                    .forEach(open::add);
        }
        return List.copyOf(found);
    }
}
