package io.plexica.data.internal.jpa;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** Brings values that EclipseLink does not know to PostgreSQL and back. */
final class ValueConverter implements Converter {

    private static final long serialVersionUID = 1L;

    private final int sqlType;
    private final transient UnaryOperator<Object> toData;
    private final transient UnaryOperator<Object> toObject;

    private ValueConverter(int sqlType, UnaryOperator<Object> toData, UnaryOperator<Object> toObject) {
        this.sqlType = sqlType;
        this.toData = toData;
        this.toObject = toObject;
    }

    /** The converter for a Java type; null for one that needs none. */
    static @Nullable Converter of(Class<?> type) {
        if (type == UUID.class) {
            return new ValueConverter(Types.OTHER, value -> value, ValueConverter::uuid);
        }
        if (type == Instant.class) {
            return new ValueConverter(
                    Types.TIMESTAMP_WITH_TIMEZONE, value -> Timestamp.from((Instant) value), ValueConverter::instant);
        }
        return null;
    }

    @Override
    public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
        return value == null ? null : toData.apply(value);
    }

    @Override
    public @Nullable Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
        return value == null ? null : toObject.apply(value);
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public void initialize(DatabaseMapping mapping, Session session) {
        ((AbstractDirectMapping) mapping).getField().setSqlType(sqlType);
    }

    private static Object uuid(Object value) {
        return value instanceof UUID ? value : UUID.fromString(value.toString());
    }

    private static Object instant(Object value) {
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        return value instanceof OffsetDateTime time ? time.toInstant() : value;
    }
}
