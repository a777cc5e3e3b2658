package dev.holdfast.backlog;

/**
 * What makes a variant itself in Shopify's files: the product's handle and the variant's options.
 *
 * @param options "Red / L" as line items write them; empty for a product without options
 */
record VariantKey(String handle, String options) {

    /** Shopify writes this option for a product that has none. */
    private static final String NO_OPTION = "Default Title";

    static VariantKey of(String handle, String first, String second, String third) {
        var options = new StringBuilder();
        for (String option : new String[] {first, second, third}) {
            if (!option.isEmpty() && !option.equalsIgnoreCase(NO_OPTION)) {
                options.append(options.isEmpty() ? "" : " / ").append(option);
            }
        }
        return new VariantKey(handle, options.toString());
    }

    /** For an inventory file without handles; no handle has a blank in it. */
    static VariantKey bySku(String sku) {
        return new VariantKey("sku " + sku, "");
    }

    /** For the plan, where the SKU is shared or missing. */
    String label() {
        return options.isEmpty() ? handle : handle + ":" + options.replace(" / ", "/");
    }
}
