package io.plexica.web.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Whether members of an object are always there, as the types of its record say. */
final class RequiredMembers {

    private RequiredMembers() {}

    /** Lets the schema of a member that may be null say so. */
    static void describe(AnnotatedMember member, ObjectNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual() && isNullable(member)) {
            schema.putArray("type").add(type.asText()).add("null");
        }
    }

    /** Whether a member of a record must be there. */
    static boolean isRequired(AnnotatedMember member) {
        Class<?> owner = member.getDeclaringClass();
        return owner.isRecord() && isNullMarked(owner) && !member.getRawType().isPrimitive() && !isNullable(member);
    }

    private static boolean isNullMarked(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (at.isAnnotationPresent(NullMarked.class)) {
                return true;
            }
        }
        return type.getPackage().isAnnotationPresent(NullMarked.class);
    }

    private static boolean isNullable(AnnotatedMember member) {
        AnnotatedType type = type(member);
        AnnotatedElement element = member.getAnnotated();
        return Stream.concat(
                        Arrays.stream(type == null ? new Annotation[0] : type.getAnnotations()),
                        Arrays.stream(element.getAnnotations()))
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    private static @Nullable AnnotatedType type(AnnotatedMember member) {
        Class<?> owner = member.getDeclaringClass();
        if (owner.isRecord()) {
            return Arrays.stream(owner.getRecordComponents())
                    .filter(component -> component.getName().equals(member.getName()))
                    .map(RecordComponent::getAnnotatedType)
                    .findFirst()
                    .orElse(null);
        }
        if (member.getAnnotated() instanceof Method method) {
            return method.getAnnotatedReturnType();
        }
        return member.getAnnotated() instanceof Field field ? field.getAnnotatedType() : null;
    }
}
