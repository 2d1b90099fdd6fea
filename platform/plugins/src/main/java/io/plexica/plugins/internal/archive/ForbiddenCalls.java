package io.plexica.plugins.internal.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * Finds methods of the virtual machine that a class refers to although they would end the process, or outlive the plugin.
 * The references are in the constant pool, so no code needs to be read; calls by reflection are not found.
 */
final class ForbiddenCalls {

    private static final int METHOD_REFERENCE = 10;
    private static final Map<String, Set<String>> FORBIDDEN = Map.of(
            "java/lang/System", Set.of("exit"),
            "java/lang/Runtime", Set.of("exit", "halt", "addShutdownHook"));

    private ForbiddenCalls() {}

    /** Such as {@code System.exit}. */
    static List<String> of(ClassReader reader) {
        List<String> found = new ArrayList<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item == 0 || reader.readByte(item - 1) != METHOD_REFERENCE) {
                continue;
            }
            String owner = reader.readClass(item, buffer);
            int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
            String name = reader.readUTF8(nameAndType, buffer);
            if (FORBIDDEN.getOrDefault(owner, Set.of()).contains(name)) {
                found.add(owner.substring(owner.lastIndexOf('/') + 1) + "." + name);
            }
        }
        return found;
    }
}
