package io.plexica.embedded.internal.postgres;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. Within a user namespace of its own root has no rights beyond its own files, and no
 * user id 0; that satisfies it.
 */
final class Root {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private Root() {}

    /** The command as it must be run by the present user. */
    static List<String> drop(List<String> command) throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        demandNamespaces();
        List<String> wrapped = new ArrayList<>(NAMESPACE);
        wrapped.addAll(command);
        return wrapped;
    }

    private static void demandNamespaces() throws IOException, InterruptedException {
        List<String> probe = new ArrayList<>(NAMESPACE);
        probe.add("true");
        try {
            if (new ProcessBuilder(probe).start().waitFor() == 0) {
                return;
            }
        } catch (IOException e) {
            throw refusal(e);
        }
        throw refusal(null);
    }

    private static IOException refusal(@org.jspecify.annotations.Nullable IOException cause) {
        return new IOException(
                "PostgreSQL does not run as root, and user namespaces (unshare -U) are not possible here; start the"
                        + " platform as an ordinary user, or name a database by PLEXICA_DB_URL",
                cause);
    }
}
