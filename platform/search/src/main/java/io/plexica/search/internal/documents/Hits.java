package io.plexica.search.internal.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.search.DocumentType;
import io.plexica.api.search.SearchHit;
import io.plexica.spi.search.EngineQuery;
import io.plexica.spi.search.Found.Hit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an engine has found, in the form that plugins get: what they stored and no more. */
public final class Hits {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};

    private Hits() {}

    /** A hit of a search. */
    public static SearchHit of(DocumentType type, EngineQuery query, Hit hit) {
        try {
            Map<String, Object> values = JSON.readValue(hit.stored(), VALUES);
            return new SearchHit(hit.id(), hit.score(), values, Highlights.of(type, values, query.words()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored of " + hit.id() + " cannot be read", e);
        }
    }
}
