package dev.holdfast.platform.privacy;

/** How e-mail addresses are found in texts; rather too many than too few, for each is only compared with others. */
public final class Addresses {
    /** A regular expression of PostgreSQL's; no quotes, brackets or other marks that stand around an address in a text. */
    public static final String PATTERN =
            "[^][\\s\"<>(){}@,;:\\\\]+@[^][\\s\"<>(){}@,;:\\\\/?&]*[^][\\s\"<>(){}@,;:\\\\/?&.!']";

    private Addresses() {}
}
