package io.plexica.web.internal.problem;

import io.plexica.api.problem.FieldError;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.validation.ConstraintViolation;
import javax.validation.ElementKind;
import javax.validation.Path;
import javax.ws.rs.CookieParam;
import javax.ws.rs.FormParam;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.MatrixParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Violated constraints with the place in the request where they were violated. */
public final class Violations {

    private Violations() {}

    /** What is wrong, by place. */
    public static List<FieldError> errors(Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> new FieldError(pointer(violation), violation.getMessage()))
                .distinct()
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::message))
                .toList();
    }

    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        Path.@Nullable MethodNode method = null;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                method = node.as(Path.MethodNode.class);
            } else if (node.getKind() == ElementKind.PARAMETER && method != null) {
                int index = node.as(Path.ParameterNode.class).getParameterIndex();
                append(pointer, parameterName(violation.getRootBeanClass(), method, index));
            } else {
                appendIndex(pointer, node);
                append(pointer, named(node) ? node.getName() : null);
            }
        }
        return pointer.toString();
    }

    private static boolean named(Path.Node node) {
        return node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.BEAN;
    }

    private static void appendIndex(StringBuilder pointer, Path.Node node) {
        if (node.getIndex() != null) {
            append(pointer, node.getIndex().toString());
        } else if (node.getKey() != null) {
            append(pointer, node.getKey().toString());
        }
    }

    private static void append(StringBuilder pointer, @Nullable String segment) {
        if (segment != null) {
            pointer.append('/').append(segment.replace("~", "~0").replace("/", "~1"));
        }
    }

    /** The public name of a parameter; null for the body, whose members are the places themselves. */
    private static @Nullable String parameterName(Class<?> type, Path.MethodNode node, int index) {
        try {
            Method method =
                    type.getMethod(node.getName(), node.getParameterTypes().toArray(new Class<?>[0]));
            for (Annotation annotation : method.getParameterAnnotations()[index]) {
                String name = publicName(annotation);
                if (name != null) {
                    return name;
                }
            }
            return null;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A resource method has vanished", e);
        }
    }

    private static @Nullable String publicName(Annotation annotation) {
        if (annotation instanceof QueryParam query) {
            return query.value();
        }
        if (annotation instanceof PathParam path) {
            return path.value();
        }
        if (annotation instanceof HeaderParam header) {
            return header.value();
        }
        if (annotation instanceof FormParam form) {
            return form.value();
        }
        if (annotation instanceof CookieParam cookie) {
            return cookie.value();
        }
        return annotation instanceof MatrixParam matrix ? matrix.value() : null;
    }
}
