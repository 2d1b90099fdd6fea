package io.plexica.itests.rooms;

import io.plexica.spi.data.RoomMigrations;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room whose files are looked for where its class lies, as in its bundle, and not on the whole class path of the tests. */
record OneRoom(RoomMigrations real, ClassLoader loader) implements RoomMigrations {

    static OneRoom of(RoomMigrations real) {
        URL home = real.getClass().getProtectionDomain().getCodeSource().getLocation();
        return new OneRoom(real, new URLClassLoader(new URL[] {home}, null));
    }

    @Override
    public String room() {
        return real.room();
    }

    @Override
    public List<String> after() {
        return real.after();
    }

    @Override
    public @Nullable String coreFolder() {
        return real.coreFolder();
    }

    @Override
    public @Nullable String tenantFolder() {
        return real.tenantFolder();
    }
}
