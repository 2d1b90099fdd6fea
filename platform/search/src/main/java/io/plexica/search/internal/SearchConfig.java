package io.plexica.search.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of this room. */
@ObjectClassDefinition(
        name = "Search",
        description = "Documents of plugins, and what finds them in each tenant",
        pid = SearchConfig.PID)
@interface SearchConfig {

    String PID = "io.plexica.search";

    @AttributeDefinition(
            name = "PLEXICA_SEARCH",
            description = "Which engine finds documents: postgres, the platform's own database, or opensearch, a server"
                    + " that speaks OpenSearch. Since 1.1.",
            options = {
                @Option(label = "postgres", value = "postgres"),
                @Option(label = "opensearch", value = "opensearch")
            })
    String engine() default "postgres";

    @AttributeDefinition(
            name = "PLEXICA_SEARCH_POLL",
            description =
                    "Milliseconds after which a node looks for changes that a search engine beside the database has"
                            + " yet to be told. Since 1.1.",
            min = "50",
            max = "60000")
    int poll() default 500;

    @AttributeDefinition(
            name = "PLEXICA_SEARCH_BUILD_PAGE",
            description = "How many documents a plugin is asked for at once while its index is made anew. Since 1.1.",
            min = "1",
            max = "5000")
    int buildPage() default 500;
}
