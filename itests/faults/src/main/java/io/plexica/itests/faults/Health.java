package io.plexica.itests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Http;

/** What a node says about its parts. */
final class Health {

    private Health() {}

    /** Waits until a node says of a part that it is well, or is not. */
    static void until(SiteNode node, String part, boolean well) {
        Site.soon()
                .alias(node + " says that " + part + " is " + (well ? "well" : "not well"))
                .ignoreExceptions()
                .until(() -> isWell(node, part) == well);
    }

    /** Waits until a node says this of a part. */
    static void until(SiteNode node, String part, String detail, String wanted) {
        Site.soon()
                .alias(node + " says of " + part + " that " + detail + " is " + wanted)
                .ignoreExceptions()
                .until(() -> look(node, part).at("/details/" + detail).asText().equals(wanted));
    }

    /** Waits until a node answers as one that is ready. */
    static void untilReady(SiteNode node) {
        Site.soon()
                .alias(node + " is ready")
                .ignoreExceptions()
                .until(() -> node.platform().http().get("/health/ready").status() == 200);
    }

    private static boolean isWell(SiteNode node, String part) {
        return look(node, part).path("healthy").asBoolean();
    }

    private static JsonNode look(SiteNode node, String part) {
        Http boss = node.platform().http().as(node.superAdmin().get());
        return boss.get("/health").expect(200).json().at("/checks/" + part);
    }
}
