package dev.holdfast.platform.privacy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A buyer, by all that Shopify says they are known by.
 *
 * @param orders the ids of their orders that are meant
 */
public record Person(Optional<Long> customer, Optional<String> email, Optional<String> phone, List<Long> orders) {

    public Person {
        email = email.filter(text -> !text.isBlank());
        phone = phone.filter(text -> !text.isBlank());
        orders = List.copyOf(orders);
    }

    /** Somebody of whom an e-mail address or a telephone number is known, and nothing else. */
    public static Person of(String contact) {
        var known = Optional.of(contact);
        return contact.contains("@")
                ? new Person(Optional.empty(), known, Optional.empty(), List.of())
                : new Person(Optional.empty(), Optional.empty(), known, List.of());
    }

    /**
     * A PostgreSQL expression, to be matched without regard to case, that finds texts which tell of this person or of their
     * orders; empty when nothing is known that could be looked for.
     */
    public Optional<String> traces() {
        return any(Stream.concat(known(), orders.stream().map(Person::number)));
    }

    /** As {@link #traces()}, for texts in which the number of an order is nobody's data. */
    public Optional<String> contacts() {
        return any(known());
    }

    /** Shopify's numbers of the customer and of the orders. */
    public List<Long> numbers() {
        return Stream.concat(customer.stream(), orders.stream()).distinct().toList();
    }

    private Stream<String> known() {
        return Stream.of(
                        customer.map(Person::number),
                        email.map(Person::literal),
                        phone.map(number -> Contacts.spellings(number).orElseGet(() -> literal(number))))
                .flatMap(Optional::stream);
    }

    private static Optional<String> any(Stream<String> expressions) {
        return Optional.of(expressions.collect(Collectors.joining("|"))).filter(text -> !text.isEmpty());
    }

    // As a whole number: 12 is not in 123.
    private static String number(long id) {
        return "\\m" + id + "\\M";
    }

    private static String literal(String text) {
        return text.strip()
                .codePoints()
                .mapToObj(letter -> Character.isLetterOrDigit(letter)
                        ? Character.toString(letter)
                        : "\\" + Character.toString(letter))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        // Records' texts reach logs.
        return "Person[" + orders.size() + " orders]";
    }
}
