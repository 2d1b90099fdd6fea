package io.plexica.search.opensearch.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.spi.search.Entry;
import io.plexica.spi.search.Languages;
import io.plexica.spi.search.SearchEngine.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Changes as the server takes many of them at once, with the versions of our own numbers. For one use. */
final class Bulk {

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final int FIRST_FAILURE = 300;

    private final String index;
    private final StringBuilder lines = new StringBuilder();
    private final List<Entry> entries = new ArrayList<>();

    Bulk(String index) {
        this.index = index;
    }

    int length() {
        return lines.length();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    String text() {
        return lines.toString();
    }

    void add(Entry entry) {
        entries.add(entry);
        ObjectNode line = OpenSearchServer.JSON.createObjectNode();
        line.putObject(entry.body() == null ? "delete" : "index")
                .put("_index", index)
                .put("_id", Names.key(entry))
                .put("version", entry.version())
                .put("version_type", "external_gte");
        lines.append(line).append('\n');
        if (entry.body() != null) {
            lines.append(source(entry, entry.body())).append('\n');
        }
    }

    /**
     * What became of them.
     *
     * @throws IOException when one of them must be tried again
     */
    List<Refused> read(JsonNode answer) throws IOException {
        List<Refused> refused = new ArrayList<>();
        int number = 0;
        for (JsonNode item : answer.path("items")) {
            JsonNode result = item.elements().next();
            int status = result.path("status").asInt();
            String reason = result.path("error").path("type").asText("");
            if (status == BAD_REQUEST) {
                refused.add(new Refused(
                        entries.get(number),
                        reason + " " + result.path("error").path("reason").asText("")));
            } else if (status >= FIRST_FAILURE && status != CONFLICT && status != NOT_FOUND) {
                throw new IOException(
                        "The OpenSearch server does not take documents now: status " + status + " " + reason);
            }
            number++;
        }
        if (number != entries.size()) {
            throw new IOException("The OpenSearch server does not say what became of all documents");
        }
        return refused;
    }

    private static ObjectNode source(Entry entry, Entry.Body body) {
        ObjectNode source = OpenSearchServer.JSON.createObjectNode();
        source.put("type", entry.type());
        source.put("id", entry.id());
        if (entry.workspace() != null) {
            source.put("workspace", entry.workspace().toString());
        }
        source.put("title", body.title());
        source.put("text", body.text());
        if (Languages.isKnown(body.language())) {
            source.putObject("forms").put(body.language(), body.title() + " " + body.text());
        }
        source.set("k", OpenSearchServer.JSON.valueToTree(body.keywords()));
        source.set("n", OpenSearchServer.JSON.valueToTree(body.numbers()));
        source.put("stored", body.stored());
        return source;
    }
}
