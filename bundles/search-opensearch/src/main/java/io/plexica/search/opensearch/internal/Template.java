package io.plexica.search.opensearch.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.spi.search.Languages;

/** What all our indexes are like, whoever happens to write the first document into one. */
final class Template {

    private Template() {}

    static String of(Names names) {
        ObjectNode root = OpenSearchServer.JSON.createObjectNode();
        root.putArray("index_patterns").add(names.prefix() + "_*__*");
        root.put("priority", 500);
        ObjectNode template = root.putObject("template");
        template.putObject("settings")
                .put("index.number_of_shards", 1)
                .put("index.auto_expand_replicas", "0-1")
                .put("index.refresh_interval", "1s")
                .put("index.gc_deletes", "1h");
        ObjectNode mappings = template.putObject("mappings");
        mappings.put("dynamic", "false");
        ObjectNode fields = mappings.putObject("properties");
        keyword(fields, "type");
        keyword(fields, "id");
        keyword(fields, "workspace");
        words(fields, "title");
        words(fields, "text");
        keyword(fields, "stored").put("index", false).put("doc_values", false);
        fields.putObject("k").put("type", "object").put("dynamic", "true");
        fields.putObject("n").put("type", "object").put("dynamic", "true");
        ObjectNode forms = fields.putObject("forms").putObject("properties");
        Languages.NAMES.forEach(
                (code, analyzer) -> forms.putObject(code).put("type", "text").put("analyzer", analyzer));
        dynamic(mappings, "k", "keyword");
        dynamic(mappings, "n", "double");
        return root.toString();
    }

    private static ObjectNode keyword(ObjectNode fields, String name) {
        return fields.putObject(name).put("type", "keyword");
    }

    /** They are folded and taken apart already. */
    private static void words(ObjectNode fields, String name) {
        fields.putObject(name).put("type", "text").put("analyzer", "whitespace");
    }

    private static void dynamic(ObjectNode mappings, String prefix, String type) {
        mappings.withArray("dynamic_templates")
                .addObject()
                .putObject(prefix)
                .put("path_match", prefix + ".*")
                .putObject("mapping")
                .put("type", type);
    }
}
