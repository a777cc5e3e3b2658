package dev.holdfast.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How to enter a database.
 *
 * @param role what the sessions act as; empty for the user itself
 */
public record DatabaseLogin(String url, String user, String password, String role) {

    /** A connection for each call, for work before and beside the program. */
    public PGSimpleDataSource plain() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("holdfast");
        source.setLogServerErrorDetail(false);
        if (!role.isEmpty()) {
            source.setOptions("-c role=" + role);
        }
        return source;
    }

    /** Up to {@code size} connections, kept open. */
    public HikariDataSource pool(int size) {
        var driver = new Properties();
        driver.setProperty("user", user);
        driver.setProperty("password", password);
        driver.setProperty("ApplicationName", "holdfast");
        driver.setProperty("tcpKeepAlive", "true");
        // Details quote the row, and messages of errors go into logs.
        driver.setProperty("logServerErrorDetail", "false");
        if (!role.isEmpty()) {
            driver.setProperty("options", "-c role=" + role);
        }
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setDataSourceProperties(driver);
        config.setMaximumPoolSize(size);
        config.setPoolName("database");
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }

    @Override
    public String toString() {
        return url + " as " + user + (role.isEmpty() ? "" : " acting as " + role);
    }
}
