package io.plexica.web.internal.server;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.web.internal.problem.Violations;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.validation.Constraint;
import javax.validation.Valid;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.ParameterType;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a method is called with: a body must be there unless its parameter is {@code @Nullable}, and all constraints
 * must hold. What has to be checked is found out once per method.
 */
final class ParameterCheck {

    private static final int NONE = -1;

    private final BeanValidation validation;
    private final Map<Method, Need> needs = new ConcurrentHashMap<>();

    /** What a method needs checked: the index of a body that must be there, or NONE; whether it has constraints. */
    private record Need(int body, boolean constraints) {}

    ParameterCheck(BeanValidation validation) {
        this.validation = validation;
    }

    /**
     * Checks a call's parameters.
     *
     * @param unknown what is wrong with the body already
     */
    void check(
            OperationResourceInfo info,
            Object service,
            Method method,
            @Nullable Object[] arguments,
            List<FieldError> unknown) {
        Need need = needs.computeIfAbsent(method, unused -> need(info, method));
        if (need.body() != NONE && arguments[need.body()] == null) {
            throw PlexicaException.validation(new FieldError("", "the body must not be empty: send a JSON document"));
        }
        List<FieldError> errors = new ArrayList<>(unknown);
        if (need.constraints()) {
            errors.addAll(Violations.errors(
                    validation.validator().forExecutables().validateParameters(service, method, arguments)));
        }
        if (!errors.isEmpty()) {
            throw PlexicaException.validation(errors);
        }
    }

    private static Need need(OperationResourceInfo info, Method method) {
        boolean constraints = Stream.of(method, info.getAnnotatedMethod())
                .filter(java.util.Objects::nonNull)
                .anyMatch(ParameterCheck::constrained);
        return new Need(body(info, method), constraints);
    }

    private static int body(OperationResourceInfo info, Method method) {
        int index = IntStream.range(0, info.getParameters().size())
                .filter(i -> info.getParameters().get(i).getType() == ParameterType.REQUEST_BODY)
                .findFirst()
                .orElse(NONE);
        boolean optional = index == NONE
                || Stream.concat(
                                Arrays.stream(method.getAnnotatedParameterTypes()[index].getAnnotations()),
                                Arrays.stream(method.getParameterAnnotations()[index]))
                        .anyMatch(annotation ->
                                annotation.annotationType().getSimpleName().equals("Nullable"));
        return optional ? NONE : index;
    }

    private static boolean constrained(Method method) {
        return Arrays.stream(method.getParameterAnnotations())
                        .flatMap(Arrays::stream)
                        .anyMatch(ParameterCheck::constrains)
                || Arrays.stream(method.getAnnotatedParameterTypes()).anyMatch(ParameterCheck::constrained);
    }

    private static boolean constrained(AnnotatedType type) {
        return Arrays.stream(type.getAnnotations()).anyMatch(ParameterCheck::constrains)
                || type instanceof AnnotatedParameterizedType parameterized
                        && Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
                                .anyMatch(ParameterCheck::constrained);
    }

    private static boolean constrains(Annotation annotation) {
        return annotation instanceof Valid || annotation.annotationType().isAnnotationPresent(Constraint.class);
    }
}
