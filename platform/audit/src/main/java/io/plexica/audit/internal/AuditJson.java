package io.plexica.audit.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import org.jspecify.annotations.Nullable;

/**
 * Turns states before and after a change into JSON without secrets. Each plugin gets an instance of its own: a mapper remembers the classes
 * that it has seen, and with them their class loader.
 */
final class AuditJson {

    private final ObjectMapper mapper = JsonMapper.builder()
            .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 200)))
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    @Nullable
    String write(@Nullable Object state) {
        if (state == null) {
            return null;
        }
        try {
            return mapper.writeValueAsString(SecretNames.hideIn(mapper.valueToTree(state)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR,
                    "A " + state.getClass().getSimpleName() + " cannot be written to the audit log as JSON",
                    e);
        }
    }
}
