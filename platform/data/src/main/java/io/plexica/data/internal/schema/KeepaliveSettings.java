package io.plexica.data.internal.schema;

import java.util.Map;

/**
 * By what PostgreSQL notices that a node is gone without a farewell, because its machine or the network is: within half a
 * minute, instead of the two hours that are usual. Until then all that it had locked stays locked for the other nodes.
 */
final class KeepaliveSettings {

    /** Settings of a login, for connections by TCP; others do not heed them. */
    static final Map<String, String> SETTINGS = Map.of(
            "tcp_keepalives_idle", "10",
            "tcp_keepalives_interval", "5",
            "tcp_keepalives_count", "3",
            "tcp_user_timeout", "25000");

    private KeepaliveSettings() {}
}
