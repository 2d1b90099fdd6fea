package io.plexica.authorization.internal.context;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;

/**
 * The attributes that objects of a class have: the components of a record, or what getters give. Remembered with the class
 * itself and made of the JDK's types alone, so that a plugin's classes go when the plugin goes.
 */
final class Members extends ClassValue<Map<String, Method>> {

    static final Members OF = new Members();

    private Members() {}

    /** What an object says to one of these. */
    static Object ask(Method method, Object of) {
        try {
            return method.invoke(of);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(method + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " cannot be read: make its class public", e);
        }
    }

    @Override
    protected Map<String, Method> computeValue(Class<?> type) {
        Map<String, Method> members = new HashMap<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                members.put(component.getName(), readable(component.getAccessor()));
            }
            return members;
        }
        for (Method method : type.getMethods()) {
            String name = attribute(method);
            if (!name.isEmpty()) {
                members.put(name, readable(method));
            }
        }
        return members;
    }

    private static Method readable(Method method) {
        method.trySetAccessible();
        return method;
    }

    /** The attribute that a getter gives; empty for what is none. */
    private static String attribute(Method method) {
        boolean asks = method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && method.getDeclaringClass() != Object.class
                && !Modifier.isStatic(method.getModifiers());
        String name = method.getName();
        if (asks && name.startsWith("get") && name.length() > 3) {
            return decapitalised(name.substring(3));
        }
        boolean tells = method.getReturnType() == boolean.class || method.getReturnType() == Boolean.class;
        return asks && tells && name.startsWith("is") && name.length() > 2 ? decapitalised(name.substring(2)) : "";
    }

    private static String decapitalised(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
