package io.plexica.data.internal.jpa;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;

/**
 * PostgreSQL, but for a null, which EclipseLink would send as text where it does not know the column's type: PostgreSQL
 * finds that out for itself. Public, and made by name, since EclipseLink does it.
 */
public final class PlatformDialect extends PostgreSQLPlatform {

    private static final long serialVersionUID = 1L;

    @Override
    public void setNullFromDatabaseField(DatabaseField field, PreparedStatement statement, int index)
            throws SQLException {
        statement.setNull(index, Types.NULL);
    }
}
