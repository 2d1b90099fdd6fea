package io.plexica.itests.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.machine.FreePorts;
import io.plexica.itests.machine.TestFolders;
import io.plexica.itests.support.Credentials.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A platform of one's own: in a folder of its own, on free ports, started by the same script as anybody's. */
public final class Platform implements AutoCloseable {

    private static final Duration UP = Duration.ofMinutes(6);
    private static final Duration DOWN = Duration.ofMinutes(1);
    private static final Duration TOOL = Duration.ofMinutes(1);
    private static final List<String> PORTS = List.of("HTTP", "SSH", "KEYCLOAK", "DB");

    /** Tests and benches call as fast as they can, and are counted; only tenants on smaller plans are held back. */
    private static final List<String> UNHURRIED = List.of("ENTERPRISE", "OPERATORS", "STRANGERS");

    private final Path root;
    private final Path home;
    private final Map<String, String> environment;
    private final Sessions sessions;
    private final Unpacked unpacked;

    private Platform(Path root, Path home, Map<String, String> environment) {
        this.root = root;
        this.home = home;
        this.environment = environment;
        this.sessions = new Sessions(http());
        this.unpacked = new Unpacked(root);
    }

    /** A platform that has not been started yet. */
    public static Platform prepare() {
        try {
            Path root = Path.of(System.getProperty("plexica.root", "../..")).toRealPath();
            Path home = TestFolders.create("platform").toRealPath();
            Map<String, String> environment = new HashMap<>();
            environment.put("PLEXICA_HOME", home.toString());
            UNHURRIED.forEach(who -> environment.put("PLEXICA_RATE_LIMIT_" + who, "1000000000"));
            String options = System.getProperty("plexica.platform.options", "");
            if (!options.isEmpty()) {
                environment.put("PLEXICA_JAVA_OPTS", options);
            }
            PORTS.forEach(port -> environment.put("PLEXICA_" + port + "_PORT", String.valueOf(FreePorts.free())));
            return new Platform(root, home, environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A platform that somebody has started already, on the ports that the environment names, and will stop. */
    static Platform attached(Path home) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PLEXICA_HOME", home.toString());
        for (String port : PORTS) {
            String name = "PLEXICA_" + port + "_PORT";
            environment.put(name, String.valueOf(System.getenv(name)));
        }
        return new Platform(Path.of(System.getProperty("plexica.root", "../..")), home, environment);
    }

    /**
     * Another node of this platform, which must be up: a folder, ports and a process of its own, the same database and
     * identity server. Not started yet.
     */
    public Platform anotherNode() {
        Platform node = prepare();
        node.environment.putAll(Embedded.sharing(home, port("DB"), port("KEYCLOAK")));
        Credentials.Login boss = credentials().superAdmin();
        node.environment.put("PLEXICA_SUPER_ADMIN_EMAIL", boss.username());
        node.environment.put("PLEXICA_SUPER_ADMIN_PASSWORD", boss.password());
        node.environment.put("PLEXICA_PUBLIC_URL", "http://localhost:" + environment.get("PLEXICA_HTTP_PORT"));
        node.environment.put("PLEXICA_INTERNAL_URL", url().toString());
        return node;
    }

    /** The same folder and servers, with other settings. */
    public Platform with(String variable, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new Platform(root, home, changed);
    }

    /** Runs the script to its end. */
    public Run run(String... arguments) {
        Process process = start(arguments);
        Script.Ended ended = Script.await(process, UP);
        return new Run(ended.exit(), ended.output());
    }

    /** Starts the script and does not wait for it. */
    public Process start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(root.resolve("plexica").toString()));
        command.addAll(List.of(arguments));
        return Script.start(root, environment, command);
    }

    /** Starts the platform and demands that it is ready. */
    public Platform up() {
        boolean brings = !environment.containsKey("PLEXICA_KEYCLOAK_URL");
        if (brings) {
            unpacked.giveTo(home);
        }
        Run run = run("up");
        assertThat(run.exit())
                .as("plexica up printed\n%s\n%s", run.output(), logs().tail(40))
                .isZero();
        if (brings) {
            unpacked.keepFrom(home);
        }
        sessions.forget();
        return this;
    }

    /** How a run of the script ended. */
    public record Run(int exit, String output) {}

    public Path home() {
        return home;
    }

    public Path deploy() {
        return home.resolve("deploy");
    }

    /** A client on nobody's behalf. */
    public Http http() {
        return Http.at(url());
    }

    public RawHttp raw() {
        return new RawHttp(url());
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + environment.get("PLEXICA_HTTP_PORT"));
    }

    public int port(String name) {
        return Integer.parseInt(environment.getOrDefault("PLEXICA_" + name + "_PORT", "0"));
    }

    public Credentials credentials() {
        return new Credentials(home.resolve("credentials.json"));
    }

    /** A client on behalf of the super admin. */
    public Http boss() {
        return as(credentials().superAdmin());
    }

    /** A client on behalf of a demo tenant's user. */
    public Http as(String tenant, String role) {
        return as(credentials().of(tenant, role));
    }

    public Http as(Login login) {
        return http().as(token(login));
    }

    /** An access token that is good for some minutes. */
    public String token(Login login) {
        return sessions.token(login);
    }

    public Shell shell() {
        return new Shell(home.resolve("runtime"), environment);
    }

    /** A client of the identity server itself. */
    public Http keycloak() {
        return Http.at(URI.create("http://127.0.0.1:" + port("KEYCLOAK")));
    }

    /** A look behind the platform into its database. */
    public Database database() {
        return Embedded.database(home, port("DB"));
    }

    /** Every secret that the platform made for itself. */
    public List<String> secrets() {
        return Embedded.secrets(home);
    }

    /** Runs a program of the JDK and returns what it printed. */
    public String tool(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
        command.addAll(List.of(arguments));
        return done(Script.start(root, environment, command), TOOL);
    }

    /** The folder of the platform's own sources. */
    public Path sources() {
        return root;
    }

    /** Runs Maven in a folder, as an author does, with what this machine has already. */
    public String maven(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-q"));
        command.add("-Dmaven.repo.local=" + System.getProperty("plexica.repository"));
        command.addAll(List.of(arguments));
        return done(Script.start(folder, Map.of(), command), UP);
    }

    /** Runs a line of a guide in the folder of the sources, for this platform. */
    public String bash(String line) {
        Map<String, String> forIt = new HashMap<>(environment);
        forIt.put("WALK_URL", url().toString());
        return done(Script.start(root, forIt, List.of("bash", "-c", "set -o pipefail; " + line)), TOOL);
    }

    private static String done(Process process, Duration patience) {
        Script.Ended ended = Script.await(process, patience);
        assertThat(ended.exit()).as(ended.output()).isZero();
        return ended.output();
    }

    public Servers servers() {
        return new Servers(home);
    }

    public Logs logs() {
        return new Logs(home.resolve("log"));
    }

    /** Stops everything, and removes the folder. */
    @Override
    public void close() {
        Script.await(start("down"), DOWN);
        servers().all().forEach(ProcessHandle::destroyForcibly);
        TestFolders.remove(home);
    }
}
