package io.plexica.web.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.Parameter;
import org.apache.cxf.jaxrs.model.ParameterType;
import org.jspecify.annotations.Nullable;

/** The parameters of an operation outside its body. */
final class Parameters {

    private static final Pattern IN_PATH = Pattern.compile("\\{([^{}]+)}");

    private final Schemas schemas;

    Parameters(Schemas schemas) {
        this.schemas = schemas;
    }

    void describe(OperationResourceInfo operation, ArrayNode into) {
        Method method = operation.getAnnotatedMethod();
        for (Parameter parameter : operation.getParameters()) {
            Type type = method.getGenericParameterTypes()[parameter.getIndex()];
            if (parameter.getType() == ParameterType.BEAN) {
                describeBean(method.getParameterTypes()[parameter.getIndex()], into);
            } else {
                describe(method.getParameterAnnotations()[parameter.getIndex()], type, into);
            }
        }
    }

    /** Adds what the path names and the method does not read, such as the tenant that the context has already. */
    static void ofPath(String path, ArrayNode into) {
        List<String> known = into.findValuesAsText("name");
        IN_PATH.matcher(path)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !known.contains(name))
                .forEach(name -> into.addObject()
                        .put("name", name)
                        .put("in", "path")
                        .put("required", true)
                        .putObject("schema")
                        .put("type", "string"));
    }

    private void describeBean(Class<?> bean, ArrayNode into) {
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                describe(field.getAnnotations(), field.getGenericType(), into);
            }
        }
    }

    private void describe(Annotation[] annotations, Type type, ArrayNode into) {
        for (Annotation annotation : annotations) {
            String place = place(annotation);
            if (place == null) {
                continue;
            }
            ObjectNode parameter = into.addObject();
            parameter.put("name", name(annotation)).put("in", place);
            ObjectNode schema = schemas.of(type);
            boolean required = place.equals("path");
            for (Annotation constraint : annotations) {
                required |= Constraints.describe(constraint, schema);
                if (constraint instanceof DefaultValue fallback) {
                    schema.put("default", fallback.value());
                }
            }
            parameter.put("required", required).set("schema", schema);
        }
    }

    private static @Nullable String place(Annotation annotation) {
        if (annotation instanceof PathParam) {
            return "path";
        }
        if (annotation instanceof QueryParam) {
            return "query";
        }
        return annotation instanceof HeaderParam ? "header" : null;
    }

    private static String name(Annotation annotation) {
        if (annotation instanceof PathParam path) {
            return path.value();
        }
        if (annotation instanceof QueryParam query) {
            return query.value();
        }
        return ((HeaderParam) annotation).value();
    }

    /** Whether the operation also runs without the body that it takes. */
    static boolean mayLackBody(OperationResourceInfo operation) {
        Method method = operation.getAnnotatedMethod();
        return operation.getParameters().stream()
                .filter(parameter -> parameter.getType() == ParameterType.REQUEST_BODY)
                .anyMatch(parameter -> isNullable(method, parameter.getIndex()));
    }

    private static boolean isNullable(Method method, int index) {
        return Stream.concat(
                        Arrays.stream(method.getAnnotatedParameterTypes()[index].getAnnotations()),
                        Arrays.stream(method.getParameterAnnotations()[index]))
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    /** The body's type; null when the operation takes none. */
    static @Nullable Type body(OperationResourceInfo operation) {
        for (Parameter parameter : operation.getParameters()) {
            Type type = operation.getAnnotatedMethod().getGenericParameterTypes()[parameter.getIndex()];
            boolean suspended = type == javax.ws.rs.container.AsyncResponse.class;
            if (parameter.getType() == ParameterType.REQUEST_BODY && !suspended) {
                return type;
            }
        }
        return null;
    }
}
