package io.plexica.web.internal.openapi;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The schemas of one server's objects, gathered as they are met. What Jackson would write and read is what is described,
 * and it is asked through the server's own mapper, so nothing of a plugin's classes stays anywhere else.
 */
final class Schemas {

    private static final String REFERENCE = "#/components/schemas/";

    private final ObjectMapper mapper;
    private final String prefix;
    private final ObjectNode components = JsonNodeFactory.instance.objectNode();
    private final Map<JavaType, String> names = new HashMap<>();

    /** Begins with nothing; {@code prefix} goes before all names. */
    Schemas(ObjectMapper mapper, String prefix) {
        this.mapper = mapper;
        this.prefix = prefix;
    }

    /** What was gathered. */
    ObjectNode components() {
        return components;
    }

    ObjectNode of(Type type) {
        return of(mapper.constructType(type));
    }

    private ObjectNode of(JavaType type) {
        ObjectNode scalar = ScalarSchemas.of(type.getRawClass());
        if (scalar != null) {
            return scalar;
        }
        if (type.isReferenceType()) {
            return of(type.getContentType());
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (type.isMapLikeType()) {
            schema.put("type", "object").set("additionalProperties", of(type.getContentType()));
            return schema;
        }
        if (type.isContainerType() || Iterable.class.isAssignableFrom(type.getRawClass())) {
            JavaType item = type.getContentType() == null ? mapper.constructType(Object.class) : type.getContentType();
            schema.put("type", "array").set("items", of(item));
            return schema;
        }
        return schema.put("$ref", REFERENCE + named(type));
    }

    private String named(JavaType type) {
        String known = names.get(type);
        if (known != null) {
            return known;
        }
        String name = unique(prefix + name(type));
        names.put(type, name);
        ObjectNode schema = components.putObject(name).put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (BeanPropertyDefinition property : properties(type)) {
            AnnotatedMember member = property.getPrimaryMember();
            if (member == null) {
                continue;
            }
            ObjectNode described = of(property.getPrimaryType());
            boolean required = Constraints.describe(member, described) | RequiredMembers.isRequired(member);
            Examples.add(property.getName(), described);
            RequiredMembers.describe(member, described);
            properties.set(property.getName(), described);
            if (required) {
                schema.withArray("required").add(property.getName());
            }
        }
        return name;
    }

    private List<BeanPropertyDefinition> properties(JavaType type) {
        BeanDescription written = mapper.getSerializationConfig().introspect(type);
        if (!written.findProperties().isEmpty()) {
            return written.findProperties();
        }
        BeanDescription read = mapper.getDeserializationConfig().introspect(type);
        return read.findProperties();
    }

    private String unique(String wanted) {
        String name = wanted;
        for (int number = 2; components.has(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    private static String name(JavaType type) {
        String own = type.getRawClass().getSimpleName().replaceAll("[^A-Za-z0-9]", "");
        if (type.containedTypeCount() == 0) {
            return own;
        }
        return own
                + "Of"
                + type.getBindings().getTypeParameters().stream()
                        .map(Schemas::name)
                        .collect(Collectors.joining("And"));
    }
}
