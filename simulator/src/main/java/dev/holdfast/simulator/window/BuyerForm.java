package dev.holdfast.simulator.window;

import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.Cart.Payment.Outcome;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.window.liquid.Shape;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a buyer fills in at checkout: who it is for, where it goes, how it is paid. */
record BuyerForm(Form form) {

    private static final Duration AWAY = Duration.ofMinutes(2);
    private static final Map<String, String> NEEDED = new LinkedHashMap<>();

    static {
        NEEDED.put("email", "Enter the e-mail address for the confirmation.");
        NEEDED.put("name", "Enter the name of who receives it.");
        NEEDED.put("address1", "Enter the street and number.");
        NEEDED.put("city", "Enter the city.");
        NEEDED.put("zip", "Enter the postal code.");
    }

    static BuyerForm blank() {
        return new BuyerForm(new Form(Map.of("payment", "card")));
    }

    /** What is missing or wrong, by field. */
    Map<String, String> problems(boolean cardOnly) {
        Map<String, String> problems = new LinkedHashMap<>();
        NEEDED.forEach((field, sentence) -> {
            if (form.text(field).isEmpty()) {
                problems.put(field, sentence);
            }
        });
        if (form.text("email")
                .filter(text -> !text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
                .isPresent()) {
            problems.put("email", "This is no e-mail address: write it as name@example.com.");
        }
        String payment = payment();
        if (!payment.equals("card") && (cardOnly || !payment.matches("bank_transfer|redirect"))) {
            problems.put("payment", "Choose one of the payments offered.");
        }
        if (payment.equals("card") && !card().matches("[12]")) {
            problems.put("card", "Enter one of the test cards.");
        }
        return problems;
    }

    Cart.Payment cartPayment() {
        Cart.Payment chosen = switch (payment()) {
            case "bank_transfer" -> Cart.Payment.of(Outcome.PENDING);
            case "redirect" -> Cart.Payment.late(AWAY);
            default -> card().equals("2") ? Cart.Payment.of(Outcome.DECLINED) : Cart.Payment.SUCCEEDS;
        };
        return form.has("store_credit") ? chosen.withStoreCredit() : chosen;
    }

    Address address(String country) {
        return new Address(text("name"), text("address1"), text("city"), text("zip"), null, country);
    }

    String email() {
        return text("email");
    }

    /** First and last name: what stands before the last space, and after it. */
    String[] names() {
        String name = text("name");
        int at = name.lastIndexOf(' ');
        return at < 0 ? new String[] {"", name} : new String[] {name.substring(0, at), name.substring(at + 1)};
    }

    /** For the template: the values to show again, and what is wrong with each. */
    Shape shape(Map<String, String> problems) {
        Shape shape = new Shape("form");
        for (String field :
                new String[] {"email", "name", "address1", "city", "zip", "card", "payment", "discount", "store_credit"
                }) {
            shape.with(
                    field,
                    new Shape("field")
                            .with("value", field.equals("card") ? "" : text(field))
                            .with("problem", problems.get(field)));
        }
        return shape;
    }

    private String payment() {
        return text("payment");
    }

    private String card() {
        return text("card");
    }

    private String text(String field) {
        return form.text(field).orElse("");
    }
}
