package io.plexica.web.internal.guard;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.Parameter;
import org.apache.cxf.jaxrs.model.ParameterType;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what comes with a call of one method before anything reads it: the query must be UTF-8, hold no character NUL, which
 * no database takes, and name no parameter twice of which there is one, and a body must say what it is. Paths with NUL do not
 * get past the server. A call that can be previewed must not name a parameter in other letters, either: it would be passed
 * over. Made once per method.
 *
 * @param singles the parameters of the query of which there is one at most
 * @param body whether the method takes a body of types that it names
 */
record InputCheck(Set<String> singles, boolean body) {

    private static final String PREVIEW = "dryRun";

    static final InputCheck NONE = new InputCheck(Set.of(), false);

    static InputCheck of(OperationResourceInfo operation) {
        Method method = operation.getAnnotatedMethod();
        Set<String> singles = new HashSet<>();
        boolean body = false;
        for (Parameter parameter : operation.getParameters()) {
            Class<?> type = method.getParameterTypes()[parameter.getIndex()];
            if (parameter.getType() == ParameterType.BEAN) {
                collectFields(type, singles);
            } else if (parameter.getType() == ParameterType.REQUEST_BODY || parameter.getType() == ParameterType.FORM) {
                body = true;
            } else {
                collect(method.getParameterAnnotations()[parameter.getIndex()], type, singles);
            }
        }
        boolean anything = operation.getConsumeTypes().stream().anyMatch(MediaType::isWildcardType);
        return new InputCheck(Set.copyOf(singles), body && !anything);
    }

    private static void collectFields(Class<?> bean, Set<String> singles) {
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                collect(field.getAnnotations(), field.getType(), singles);
            }
        }
    }

    private static void collect(Annotation[] annotations, Class<?> type, Set<String> singles) {
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return;
        }
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                singles.add(query.value());
            }
        }
    }

    /**
     * Looks at a call.
     *
     * @throws PlexicaException the refusal
     */
    void check(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null) {
            checkQuery(query);
        }
        if (body && hasBody(request)) {
            checkType(request.getContentType());
        }
    }

    private void checkQuery(String query) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String term : query.split("&")) {
            int equals = term.indexOf('=');
            String name = PercentDecoder.decode(equals < 0 ? term : term.substring(0, equals));
            String value = equals < 0 ? "" : PercentDecoder.decode(term.substring(equals + 1));
            if (name == null || value == null) {
                errors.add(new FieldError(name == null ? "" : "/" + name, "must be percent-encoded UTF-8"));
            } else if (name.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
                errors.add(new FieldError("/" + name.replace("\0", ""), "must not contain the character NUL"));
            } else if (nearest(name) != null) {
                errors.add(new FieldError("/" + name, "is not known; did you mean '" + nearest(name) + "'?"));
            } else if (singles.contains(name) && !seen.add(name)) {
                errors.add(new FieldError("/" + name, "must be given once at most"));
            }
        }
        if (!errors.isEmpty()) {
            throw PlexicaException.validation(errors);
        }
    }

    /** What a caller may have meant where a parameter that is passed over could cost dearly: the call can be previewed. */
    private @Nullable String nearest(String name) {
        if (!singles.contains(PREVIEW) || singles.contains(name)) {
            return null;
        }
        return singles.stream().filter(name::equalsIgnoreCase).findFirst().orElse(null);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static void checkType(@Nullable String type) {
        if (type == null || type.indexOf('/') <= 0) {
            throw refused("Say in Content-Type what the body is, such as application/json");
        }
        int charset = type.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (charset < 0) {
            return;
        }
        String name = type.substring(charset + "charset=".length())
                .split(";", 2)[0]
                .replace("\"", "")
                .strip();
        boolean utf8 = name.equalsIgnoreCase(StandardCharsets.UTF_8.name())
                || name.equalsIgnoreCase(StandardCharsets.US_ASCII.name());
        if (!utf8) {
            throw refused("Send the body in UTF-8");
        }
    }

    private static PlexicaException refused(String detail) {
        return new PlexicaException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, detail);
    }
}
