package io.plexica.plugin.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.security.RequiresPermission;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.ws.rs.GET;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckJarTest {

    private static final String GOOD = """
            {"id": "notes", "name": "Notes", "version": "1.0.0", "platform": "[1.1,2)",
             "permissions": [{"key": "notes:notes:read", "name": "Read"}]}""";

    @TempDir
    Path folder;

    @javax.ws.rs.Path("/guarded")
    public static class Guarded {
        @GET
        @RequiresPermission("notes:notes:read")
        public String read() {
            return "";
        }
    }

    @javax.ws.rs.Path("/open")
    public static class Unguarded {
        @GET
        public String read() {
            return "";
        }
    }

    @Test
    void aGoodJarPasses() throws IOException {
        CheckJar.main(new String[] {jar(GOOD, Guarded.class).toString()});
    }

    @Test
    void whatThePlatformWouldRefuseEndsTheBuildWithoutATrace() throws IOException {
        Path jar = jar(GOOD.replace("\"permissions\"", "\"permission\""), Guarded.class);
        assertThatThrownBy(() -> CheckJar.main(new String[] {jar.toString()}))
                .hasMessageStartingWith("The platform would refuse notes.jar:\n- plugin.json ")
                .hasMessageContaining("/permission is unknown; did you mean 'permissions'? (line 2)")
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    @Test
    void methodsWithoutAGuardAreFoundToo() throws IOException {
        assertThat(CheckJar.problems(jar(GOOD, Unguarded.class), getClass().getClassLoader()))
                .singleElement()
                .asString()
                .contains("Unguarded.read", "says nothing about who may call it");
    }

    private Path jar(String plugin, Class<?> resource) throws IOException {
        Manifest headers = new Manifest();
        Attributes main = headers.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "com.example.notes");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Service-Component", "OSGI-INF/resource.xml");
        Path file = folder.resolve("notes.jar");
        String type = resource.getName();
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), headers)) {
            put(jar, "META-INF/plexica/plugin.json", plugin.getBytes());
            put(jar, "OSGI-INF/resource.xml", ("""
                    <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%1$s">
                    <property name="plexica.resource" type="Boolean" value="true"/>
                    <service><provide interface="%1$s"/></service><implementation class="%1$s"/></scr:component>""").formatted(type).getBytes());
            try (InputStream code = resource.getClassLoader().getResourceAsStream(type.replace('.', '/') + ".class")) {
                put(jar, type.replace('.', '/') + ".class", code.readAllBytes());
            }
        }
        return file;
    }

    private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(bytes);
        jar.closeEntry();
    }
}
