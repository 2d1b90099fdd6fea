package io.plexica.itests.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A look behind the platform into its database, as its administrator. */
public final class Database {

    private final String url;
    private final String user;
    private final String password;

    Database(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Address, user and password, for a server that is to work beside the platform. */
    public String[] login() {
        return new String[] {url, user, password};
    }

    /** Names of schemas that begin with this. */
    public List<String> schemas(String prefix) {
        return names("SELECT nspname FROM pg_namespace WHERE starts_with(nspname, ?) ORDER BY 1", prefix);
    }

    /** Names of roles that contain this. */
    public List<String> roles(String part) {
        return names("SELECT rolname FROM pg_roles WHERE position(? IN rolname) > 0 ORDER BY 1", part);
    }

    /** Changes rows behind the platform's back; how many. */
    public int update(String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot change " + url, e);
        }
    }

    private List<String> names(String sql, String argument) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look into " + url, e);
        }
    }
}
