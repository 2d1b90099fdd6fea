package io.plexica.web.internal.openapi;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;
import javax.validation.constraints.Email;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Positive;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What bean validation demands, in the words of JSON Schema. */
final class Constraints {

    private Constraints() {}

    /** Adds what is demanded of a member to its schema; true when the member must be there. */
    static boolean describe(AnnotatedMember member, ObjectNode schema) {
        boolean required = false;
        for (Annotation annotation : annotations(member)) {
            required |= describe(annotation, schema);
        }
        return required;
    }

    /** The same for one annotation. */
    static boolean describe(Annotation annotation, ObjectNode schema) {
        if (annotation instanceof Size size) {
            boolean list = schema.path("type").asText().equals("array");
            bounds(schema, list ? "minItems" : "minLength", size.min(), list ? "maxItems" : "maxLength", size.max());
        } else if (annotation instanceof Min min) {
            schema.put("minimum", min.value());
        } else if (annotation instanceof Max max) {
            schema.put("maximum", max.value());
        } else if (annotation instanceof Positive) {
            schema.put("exclusiveMinimum", 0);
        } else if (annotation instanceof PositiveOrZero) {
            schema.put("minimum", 0);
        } else if (annotation instanceof Pattern pattern) {
            schema.put("pattern", pattern.regexp());
        } else if (annotation instanceof Email) {
            schema.put("format", "email");
        }
        return annotation instanceof NotNull || annotation instanceof NotBlank || annotation instanceof NotEmpty;
    }

    private static void bounds(ObjectNode schema, String least, int min, String most, int max) {
        if (min > 0) {
            schema.put(least, min);
        }
        if (max < Integer.MAX_VALUE) {
            schema.put(most, max);
        }
    }

    /** In a record, annotations are at the component and its field, not always at the accessor. */
    private static Annotation[] annotations(AnnotatedMember member) {
        Annotation[] own = annotations(member.getAnnotated());
        AnnotatedElement field =
                field(member.getDeclaringClass(), member.getName()).orElse(null);
        Annotation[] more = annotations(field);
        Annotation[] all = Arrays.copyOf(own, own.length + more.length);
        System.arraycopy(more, 0, all, own.length, more.length);
        return all;
    }

    private static Annotation[] annotations(@Nullable AnnotatedElement element) {
        return element == null ? new Annotation[0] : element.getAnnotations();
    }

    private static Optional<AnnotatedElement> field(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getName().equals(name))
                .<AnnotatedElement>map(field -> field)
                .findFirst();
    }
}
