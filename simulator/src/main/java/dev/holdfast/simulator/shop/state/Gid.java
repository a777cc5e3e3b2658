package dev.holdfast.simulator.shop.state;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A global id as text: a type and a number. */
public record Gid(String type, long number) {

    private static final Pattern FORM = Pattern.compile("gid://shopify/([A-Za-z]+)/([0-9]{1,19})(?:\\?.*)?");

    /** The number of {@code text} when it is a global id of {@code type}; empty for anything else. */
    public static OptionalLong number(String text, String type) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !form.group(1).equals(type)) {
            return OptionalLong.empty();
        }
        return parse(form.group(2));
    }

    /** Throws {@link IllegalArgumentException} naming the text when it is no global id. */
    public static Gid of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("Not a global id such as gid://shopify/Order/1: " + text);
        }
        return new Gid(form.group(1), parse(form.group(2)).orElseThrow(() -> new IllegalArgumentException(text)));
    }

    private static OptionalLong parse(String digits) {
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }

    @Override
    public String toString() {
        return "gid://shopify/" + type + "/" + number;
    }
}
