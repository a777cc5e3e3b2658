package dev.holdfast.platform.health;

import dev.holdfast.platform.database.Database;

/** Whether the database answers, and how fast. */
final class DatabaseCheck implements HealthCheck {

    private static final long SLOW_MILLIS = 500;

    private final Database database;

    DatabaseCheck(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Health check() {
        long begun = System.nanoTime();
        String version = database.global(sql -> sql.sql("select current_setting('server_version')")
                .query(String.class)
                .single());
        long millis = (System.nanoTime() - begun) / 1_000_000;
        String sentence = "PostgreSQL %s answers in %d ms".formatted(version, millis);
        return millis < SLOW_MILLIS ? Health.good(sentence) : Health.warning(sentence + ", which is slow");
    }
}
