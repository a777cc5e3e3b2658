package dev.holdfast.platform.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How e-mail addresses and telephone numbers are found in texts and told to be the same; rather too many than too few, for
 * each is only compared with others.
 *
 * <p>Shopify gives a customer's number with the country in front and no gaps (E.164), and the number of an address as the
 * buyer typed it. Numbers are the same when their digits are, with 00 for the plus; one typed without its country is another.
 */
public final class Contacts {
    /**
     * Regular expressions of PostgreSQL's: an address, without quotes, brackets or other marks that stand around it; a
     * number in one piece; a number with gaps, which takes in other numbers when they stand beside it.
     */
    public static final List<String> PATTERNS = List.of(
            "[^][\\s\"<>(){}@,;:\\\\]+@[^][\\s\"<>(){}@,;:\\\\/?&]*[^][\\s\"<>(){}@,;:\\\\/?&.!']",
            "\\+?[0-9]{7,17}",
            "\\+?[0-9](?:[-0-9 ()./]*[-(). /][-0-9 ()./]*)[0-9]");

    /** A few digits alone are in too many texts. */
    private static final int DIGITS = 7;

    private Contacts() {}

    /** Alike for two that are the same. */
    static String normalized(String contact) {
        return contact.contains("@") ? contact.strip().toLowerCase(Locale.ROOT) : digits(contact);
    }

    /** An expression that finds this number however it is spelled; empty when it is too short to be one. */
    static Optional<String> spellings(String phone) {
        var digits = digits(phone);
        return digits.length() < DIGITS
                ? Optional.empty()
                : Optional.of(digits.chars()
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining("[- ()./]*", "(?<![0-9])(?:00)?", "(?![0-9])")));
    }

    private static String digits(String phone) {
        var digits = phone.replaceAll("[^0-9]", "");
        return digits.startsWith("00") ? digits.substring(2) : digits;
    }
}
