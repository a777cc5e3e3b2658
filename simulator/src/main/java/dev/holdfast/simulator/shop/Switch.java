package dev.holdfast.simulator.shop;

/**
 * A behaviour of Shopify that is not documented, or not certain: on or off, and the code that stands on the simulator
 * must bear both.
 */
public enum Switch {
    /** On: units of a plan that reserves on fulfillment are committed when ordered. Off: only taken when shipped. */
    RESERVE_ON_FULFILLMENT_COMMITS_AT_ORDER(false),
    /** On: checkout refuses units of such a plan under {@code DENY} when they are not available. Off: it sells them. */
    RESERVE_ON_FULFILLMENT_IS_CHECKED(true),
    /** On: fulfillment orders of a plan with unknown date arrive held by Shopify. Off: open. */
    UNKNOWN_DATE_ARRIVES_HELD(true),
    /** On: fulfillment orders of a plan with an exact time arrive scheduled. Off: open. */
    EXACT_TIME_ARRIVES_SCHEDULED(true),
    /** On: a fulfillment order may be moved to where the units are not available yet. Off: that is refused. */
    MOVE_BEFORE_STOCK(true),
    /** On: a fulfillment order on hold may be moved, with its holds. Off: that is refused. */
    MOVE_WHILE_HELD(true),
    /** On: the answer to a partial move still lists the moved units on the original; reading it back is right. */
    PARTIAL_MOVE_ANSWER_DUPLICATES(false),
    /** On: splitting closes the original, and both parts get new ids. Off: the original keeps what was not split off. */
    SPLIT_REPLACES_ORIGINAL(false),
    /** On: a negative level lowers what can be sold from other locations. Off: each location counts by itself. */
    NEGATIVE_LEVELS_COUNT(true),
    /** On: a payment that commits late makes its order whatever is left by then. Off: stock is checked again. */
    LATE_PAYMENTS_IGNORE_POLICY(true),
    /** On: completing a draft order ignores the inventory policy. Off: it is refused like a checkout. */
    DRAFTS_IGNORE_POLICY(true),
    /** On: order edits add units whatever is available. Off: {@code DENY} is kept. */
    EDITS_IGNORE_POLICY(true),
    /** On: what is sold at a counter and shipped takes stock as routing says. Off: from the counter's own location. */
    COUNTER_SALES_USE_ONLINE_ROUTING(true),
    /** On: a counter sells whatever is available. Off: {@code DENY} is kept. */
    COUNTER_SALES_IGNORE_POLICY(true),
    /** On: capturing a schedule whose capture is still running is refused. Off: it is charged twice. */
    RUNNING_CAPTURE_IS_REFUSED(false),
    /** On: marking an order as paid makes a manual transaction. Off: it is only marked. */
    MARK_AS_PAID_MAKES_TRANSACTION(true),
    /** On: reserved, damaged and the like may go below zero. Off: that is refused; available always may. */
    UNAVAILABLE_STATES_MAY_GO_NEGATIVE(false),
    /** On: a transfer is incoming from ready to ship on. Off: from in transit on. */
    INCOMING_WHEN_READY_TO_SHIP(false),
    /** On: an app releases by its id a hold of Shopify's or of another app's. Off: {@code INVALID_ACCESS}. */
    HOLDS_OF_OTHERS_ARE_RELEASED_BY_ID(true),
    /** On: a second hold of an app without a handle is {@code TAKEN}. Off: a duplicate of the empty handle. */
    SECOND_HOLD_WITHOUT_HANDLE_IS_TAKEN(false),
    /** On: a partly shipped fulfillment order is in progress. Off: it stays open. */
    PARTIAL_FULFILLMENT_IS_IN_PROGRESS(true),
    /** On: shipping is charged at checkout even with a deposit. Off: with the balance. */
    SHIPPING_IS_CHARGED_AT_CHECKOUT(true),
    /** On: wallets that skip checkout, such as Apple Pay, take lines with a plan. Off: only checkout itself does. */
    EXPRESS_PAYMENT_TAKES_PLANS(false),
    /** On: store credit pays what a plan charges at checkout. Off: checkout does not offer it for lines with a plan. */
    STORE_CREDIT_PAYS_PLANS(false),
    /** On: a reason for a change of stock that is not in the known list is refused. Off: any reason is taken. */
    UNKNOWN_REASONS_ARE_REFUSED(true),
    /** On: leaving out changeFromQuantity is a user error. Off: an error of the whole call, and nothing is carried out. */
    MISSING_CHANGE_FROM_IS_A_USER_ERROR(false),
    /** On: units set aside move between the states they are set aside in. Off: only from and to available. */
    UNAVAILABLE_UNITS_CHANGE_STATE(true),
    /** On: a sixth bulk operation at once is {@code OPERATION_IN_PROGRESS}. Off: {@code LIMIT_REACHED}. */
    SIXTH_BULK_OPERATION_IS_IN_PROGRESS(false),
    /** On: a query of more than a thousand points is refused. Off: it runs if the bucket holds so much. */
    LARGE_QUERIES_ARE_REFUSED(true),
    /** On: a connection costs by the logarithm of its page size. Off: by the size itself. */
    CONNECTIONS_COST_BY_LOGARITHM(true),
    /** On: a mutation costs 10 points and what it returns. Off: 10, whatever it returns. */
    MUTATIONS_COST_WHAT_THEY_RETURN(false),
    /** On: {@code nodes} costs what is asked for once for each id. Off: once, however many ids it is given. */
    NODES_COST_BY_ID(true),
    /** On: amounts of money, addresses, page infos and the like cost nothing themselves. Off: 1 point, as other objects. */
    VALUE_OBJECTS_COST_NOTHING(true),
    /** On: {@code Shopify-GraphQL-Cost-Debug: 1} shows the cost by field. Off: the header is not heard. */
    COST_IS_SHOWN_BY_FIELD(true),
    /** On: a bucket holds twenty seconds' worth of its rate. Off: ten. */
    BUCKETS_HOLD_TWENTY_SECONDS(true),
    /** On: the bucket's size and rate are written with a decimal point. Off: as whole numbers. */
    THROTTLE_NUMBERS_ARE_DECIMAL(true),
    /** On: refusals come in other words than the usual ones; fields and codes stay. Off: in the usual words. */
    REFUSALS_HAVE_OTHER_WORDS(false),
    /** On: retries of a webhook come at growing gaps, the first after a minute. Off: every half hour. */
    RETRY_GAPS_GROW(true),
    /** On: eight failed tries in a row, of any deliveries, drop a subscription. Off: a delivery's last retry has to fail too. */
    EIGHT_FAILED_TRIES_DROP_A_SUBSCRIPTION(false),
    /** On: a body cut down to included fields that is the same as the last one is kept back for a minute. Off: it is sent. */
    SAME_BODIES_ARE_KEPT_BACK(true),
    /** On: a negated term on a field the body lacks sends nothing. Off: it lets the body through. */
    NEGATED_TERMS_NEED_THEIR_FIELD(true),
    /** On: bodies of transfers and shipments have their states in lower case, as of fulfillment orders. Off: capitals. */
    TRANSFER_STATES_ARE_LOWER_CASE(false),
    /** On: lines in bodies of orders name the plan they were sold with. Off: nothing in a body tells of it. */
    ORDER_BODIES_NAME_THE_PLAN(false),
    /** On: bodies call an order whose deposit alone is paid pending. Off: partially paid, as GraphQL does. */
    DEPOSITS_ARE_PENDING_IN_BODIES(false),
    /** On: an app's block is shown all metafields of its app. Off: those whose definition lets the storefront read them. */
    BLOCKS_ARE_SHOWN_PRIVATE_METAFIELDS(false),
    /** On: bodies to an app without approval for protected customer data hide the buyer. Off: they show the buyer. */
    BODIES_HIDE_BUYERS_WITHOUT_APPROVAL(false);

    private final boolean usual;

    Switch(boolean usual) {
        this.usual = usual;
    }

    /** How it stands unless set. */
    public boolean usual() {
        return usual;
    }
}
