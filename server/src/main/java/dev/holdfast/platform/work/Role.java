package dev.holdfast.platform.work;

import dev.holdfast.platform.settings.SettingsReader;

/** What one of several processes on the same database does. */
public enum Role {
    /** Answers requests. */
    WEB,
    /** Works through what waits. */
    WORKER,
    /** Both. */
    ALL;

    public static Role read(SettingsReader settings) {
        return settings.choice("role", Role.class, ALL);
    }

    public boolean answers() {
        return this != WORKER;
    }

    public boolean works() {
        return this != WEB;
    }
}
