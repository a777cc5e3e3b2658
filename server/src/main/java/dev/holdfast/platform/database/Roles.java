package dev.holdfast.platform.database;

import dev.holdfast.platform.Refusal;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the app's role where it is missing. */
final class Roles {

    private Roles() {}

    /** A login of its own, for the program's own server. */
    static void ensureLogin(JdbcClient superuser, String role, String password) {
        if (!exists(superuser, role)) {
            superuser
                    .sql("create role " + role + " nosuperuser nocreatedb nocreaterole nobypassrls")
                    .update();
        }
        // The password is our own hexadecimal number.
        superuser
                .sql("alter role %s login password '%s'".formatted(role, password))
                .update();
    }

    /** A role that the given server's user may act as. */
    static void ensureMember(JdbcClient given) {
        String role = Schema.APP_ROLE;
        try {
            if (!exists(given, role)) {
                given.sql("create role " + role + " nologin nosuperuser nobypassrls")
                        .update();
            }
            if (!mayAct(given, role)) {
                given.sql("grant " + role + " to current_user").update();
            }
        } catch (DataAccessException e) {
            throw new Refusal(
                    "database.url",
                    "this user can make no role; let an administrator run: create role %s nologin; grant %s to %s"
                            .formatted(role, role, user(given)),
                    e);
        }
    }

    // Asked by doing it: since version 16 being a member does not include acting as the role.
    private static boolean mayAct(JdbcClient given, String role) {
        try {
            given.sql("set role " + role).update();
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }

    private static boolean exists(JdbcClient sql, String role) {
        return sql.sql("select exists (select from pg_roles where rolname = ?)")
                .param(role)
                .query(Boolean.class)
                .single();
    }

    private static String user(JdbcClient sql) {
        return sql.sql("select current_user").query(String.class).single();
    }
}
