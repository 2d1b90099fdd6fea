package io.plexica.plugins.internal.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AbstractKeyword;
import com.networknt.schema.DynamicRefValidator;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonValidator;
import com.networknt.schema.Keyword;
import com.networknt.schema.PatternPropertiesValidator;
import com.networknt.schema.PatternValidator;
import com.networknt.schema.RefValidator;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.ValidationContext;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Set;

/** The keywords of schemas that can go on for ever, each within {@link CheckLimit}. */
final class BoundedKeywords {

    /** All of them. */
    static final List<Keyword> ALL = List.of(
            keyword("$ref", Ref::new),
            keyword("$dynamicRef", DynamicRef::new),
            keyword("pattern", Matching::new),
            keyword("patternProperties", MatchingNames::new));

    private BoundedKeywords() {}

    private static Keyword keyword(String name, Maker maker) {
        return new AbstractKeyword(name) {
            @Override
            public JsonValidator newValidator(
                    SchemaLocation location,
                    JsonNodePath path,
                    JsonNode value,
                    JsonSchema parent,
                    ValidationContext context) {
                return maker.of(location, path, value, parent, context);
            }
        };
    }

    /** A validator's constructor. */
    private interface Maker {
        JsonValidator of(
                SchemaLocation location,
                JsonNodePath path,
                JsonNode value,
                JsonSchema parent,
                ValidationContext context);
    }

    private static final class Ref extends RefValidator {

        Ref(SchemaLocation location, JsonNodePath path, JsonNode value, JsonSchema parent, ValidationContext context) {
            super(location, path, value, parent, context);
        }

        @Override
        public Set<ValidationMessage> validate(
                ExecutionContext execution, JsonNode node, JsonNode root, JsonNodePath place) {
            return CheckLimit.at(place, () -> super.validate(execution, node, root, place));
        }
    }

    private static final class DynamicRef extends DynamicRefValidator {

        DynamicRef(
                SchemaLocation location,
                JsonNodePath path,
                JsonNode value,
                JsonSchema parent,
                ValidationContext context) {
            super(location, path, value, parent, context);
        }

        @Override
        public Set<ValidationMessage> validate(
                ExecutionContext execution, JsonNode node, JsonNode root, JsonNodePath place) {
            return CheckLimit.at(place, () -> super.validate(execution, node, root, place));
        }
    }

    private static final class Matching extends PatternValidator {

        Matching(
                SchemaLocation location,
                JsonNodePath path,
                JsonNode value,
                JsonSchema parent,
                ValidationContext context) {
            super(location, path, value, parent, context);
        }

        @Override
        public Set<ValidationMessage> validate(
                ExecutionContext execution, JsonNode node, JsonNode root, JsonNodePath place) {
            return CheckLimit.at(place, () -> super.validate(execution, node, root, place));
        }
    }

    private static final class MatchingNames extends PatternPropertiesValidator {

        MatchingNames(
                SchemaLocation location,
                JsonNodePath path,
                JsonNode value,
                JsonSchema parent,
                ValidationContext context) {
            super(location, path, value, parent, context);
        }

        @Override
        public Set<ValidationMessage> validate(
                ExecutionContext execution, JsonNode node, JsonNode root, JsonNodePath place) {
            return CheckLimit.at(place, () -> super.validate(execution, node, root, place));
        }
    }
}
