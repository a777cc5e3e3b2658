package dev.holdfast;

/** A place in the sources that breaks a rule of the house. */
record Finding(Check check, String path, long line, String what) {

    /** The rules, each by the word its exceptions name it with. */
    enum Check {
        LONG_FILE,
        LONG_METHOD,
        MANY_PARAMETERS,
        BANNED_NAME,
        PACKAGE_INFO,
        CLOCK,
        STACK_TRACE,
        EMPTY_CATCH,
        SLEEP_IN_TEST,
        PRINTING,
        TRAILING_SPACE,
        TAB,
        UNFINISHED,
        LINE_END
    }

    @Override
    public String toString() {
        return "%s:%d: %s (%s)".formatted(path, line, what, check);
    }
}
