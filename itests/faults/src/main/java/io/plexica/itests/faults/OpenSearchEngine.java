package io.plexica.itests.faults;

import io.plexica.itests.rooms.OpenSearchServer;
import io.plexica.itests.support.Json;

/** A real OpenSearch server, which keeps its indexes on disk. */
public final class OpenSearchEngine extends ServerEngine<OpenSearchServer> {

    /** Starts one; it does not answer yet. */
    public OpenSearchEngine() {
        super("opensearch", OpenSearchServer.start());
    }

    /** Waits until it answers. */
    void untilUp() {
        Site.soon()
                .atMost(OpenSearchServer.patience())
                .alias("OpenSearch is up")
                .until(server::isUp);
    }

    /** How many documents of a plugin it has for a tenant. */
    long documents(String tenant, String plugin) {
        return Json.read(unchecked(() -> server.get("/plexica_" + tenant + "__" + plugin + "__*/_count")))
                .path("count")
                .asLong();
    }

    /** What it has taken is found from now on. */
    void refresh() {
        call("POST", "/plexica_*/_refresh", "");
    }

    /** It takes nothing more, as it does by itself when its disk is all but full. */
    void fill() {
        call("PUT", "/plexica_*/_settings", "{\"index.blocks.read_only_allow_delete\": true}");
    }

    /** There is room again. */
    void empty() {
        call("PUT", "/plexica_*/_settings", "{\"index.blocks.read_only_allow_delete\": null}");
    }

    @Override
    public void close() {
        server.close();
    }

    private void call(String method, String path, String json) {
        int status = unchecked(() -> server.call(method, path, json));
        if (status != 200) {
            throw new IllegalStateException("OpenSearch answers " + method + " " + path + " with " + status);
        }
    }
}
