package io.plexica.search.opensearch.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Search by OpenSearch",
        description = "Documents on a server that speaks OpenSearch",
        pid = OpenSearchConfig.PID)
@interface OpenSearchConfig {

    String PID = "io.plexica.search.opensearch";

    @AttributeDefinition(
            name = "PLEXICA_OPENSEARCH_URL",
            description = "Address of the OpenSearch server, such as https://search.example.com:9200. Needed with the"
                    + " search engine 'opensearch'. Since 1.1.")
    String url() default "";

    @AttributeDefinition(
            name = "PLEXICA_OPENSEARCH_USER",
            description =
                    "The login at the OpenSearch server; its password is the secret OPENSEARCH_PASSWORD. Empty for"
                            + " a server that asks for none. Since 1.1.")
    String user() default "";

    @AttributeDefinition(
            name = "PLEXICA_OPENSEARCH_TRUSTSTORE",
            description = "With https, the file of PEM with the certificates that the OpenSearch server's is signed by."
                    + " Empty for those that Java trusts. Since 1.1.")
    String truststore() default "";

    @AttributeDefinition(
            name = "PLEXICA_OPENSEARCH_PREFIX",
            description = "How the names of all indexes begin, of letters a-z and digits; for several platforms on one"
                    + " server. Since 1.1.")
    String prefix() default "plexica";

    @AttributeDefinition(
            name = "PLEXICA_OPENSEARCH_TIMEOUT",
            description = "Seconds that the OpenSearch server may take to answer a search. Since 1.1.",
            min = "1",
            max = "60")
    int timeout() default 5;
}
