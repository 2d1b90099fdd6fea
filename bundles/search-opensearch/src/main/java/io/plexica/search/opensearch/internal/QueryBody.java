package io.plexica.search.opensearch.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.spi.search.EngineQuery;
import io.plexica.spi.search.EngineQuery.AnyOf;
import io.plexica.spi.search.EngineQuery.Between;
import io.plexica.spi.search.EngineQuery.Filter;
import io.plexica.spi.search.EngineQuery.Order;
import io.plexica.spi.search.Languages;

/** A search as the server takes it: words and values are values in it, never a language. Pure. */
final class QueryBody {

    private static final double TITLE = 4;

    private QueryBody() {}

    static String of(EngineQuery query) {
        ObjectNode root = OpenSearchServer.JSON.createObjectNode();
        root.put("from", query.offset());
        root.put("size", query.size());
        root.put("track_total_hits", true);
        root.put("track_scores", true);
        root.putArray("_source").add("id").add("stored");
        ObjectNode all = root.putObject("query").putObject("bool");
        ArrayNode filter = all.putArray("filter");
        term(filter, "type", query.type());
        if (query.workspace() == null) {
            all.putArray("must_not").addObject().putObject("exists").put("field", "workspace");
        } else {
            term(filter, "workspace", query.workspace().toString());
        }
        query.filters().forEach(condition -> add(filter, condition));
        if (!query.words().isEmpty()) {
            words(all, query);
        }
        ArrayNode sort = root.putArray("sort");
        query.orders().forEach(order -> add(sort, order));
        sort.addObject().put("_score", "desc");
        sort.addObject().put("id", "asc");
        return root.toString();
    }

    /** Every word begins one of the document's, or all are other forms of them; whole words count more than beginnings. */
    private static void words(ObjectNode all, EngineQuery query) {
        ArrayNode ways = all.putArray("must").addObject().putObject("bool").putArray("should");
        ArrayNode every = ways.addObject().putObject("bool").putArray("must");
        for (String word : query.words()) {
            ArrayNode either = every.addObject().putObject("dis_max").putArray("queries");
            prefix(either, "title", word, TITLE);
            prefix(either, "text", word, 1);
        }
        String text = String.join(" ", query.words());
        if (Languages.isKnown(query.language())) {
            ways.addObject()
                    .putObject("match")
                    .putObject("forms." + query.language())
                    .put("query", text)
                    .put("operator", "and");
        }
        ArrayNode better = all.putArray("should");
        better.addObject()
                .putObject("match")
                .putObject("title")
                .put("query", text)
                .put("boost", 2);
        better.addObject().putObject("match").putObject("text").put("query", text);
    }

    private static void prefix(ArrayNode queries, String field, String word, double boost) {
        queries.addObject()
                .putObject("prefix")
                .putObject(field)
                .put("value", word)
                .put("boost", boost);
    }

    private static void term(ArrayNode filter, String field, String value) {
        filter.addObject().putObject("term").put(field, value);
    }

    private static void add(ArrayNode filter, Filter condition) {
        if (condition instanceof AnyOf keyword) {
            ArrayNode values = filter.addObject().putObject("terms").putArray("k." + keyword.field());
            keyword.values().forEach(values::add);
            return;
        }
        Between number = (Between) condition;
        ObjectNode range = filter.addObject().putObject("range").putObject("n." + number.field());
        if (number.from() != null) {
            range.put("gte", number.from());
        }
        if (number.to() != null) {
            range.put("lte", number.to());
        }
    }

    private static void add(ArrayNode sort, Order order) {
        sort.addObject()
                .putObject((order.isNumber() ? "n." : "k.") + order.field())
                .put("order", order.descending() ? "desc" : "asc")
                .put("missing", "_last")
                .put("unmapped_type", order.isNumber() ? "double" : "keyword");
    }
}
