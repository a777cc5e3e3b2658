package dev.holdfast.platform.work;

import dev.holdfast.platform.settings.SettingsReader;

/** What one of several processes on the same database does. */
public enum Role {
    /** Answers requests. */
    WEB,
    /** Works through what waits. */
    WORKER,
    /** Both. */
    ALL,
    /** Neither: one command of the operator's, and ends. */
    COMMAND;

    public static Role read(SettingsReader settings) {
        return settings.parsed("role", ALL, "one of web, worker, all", text -> switch (text) {
            case "web" -> WEB;
            case "worker" -> WORKER;
            case "all" -> ALL;
            default -> throw new IllegalArgumentException();
        });
    }

    public boolean answers() {
        return this == WEB || this == ALL;
    }

    public boolean works() {
        return this == WORKER || this == ALL;
    }
}
