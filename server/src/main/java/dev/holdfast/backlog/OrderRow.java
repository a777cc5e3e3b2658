package dev.holdfast.backlog;

/**
 * One line item as the orders export has it.
 *
 * @param line physical line in the file
 * @param number its place in the order, from 1
 * @param status the line's own fulfillment status, in lower case; empty when the file has none
 */
record OrderRow(
        long line,
        int number,
        String sku,
        String name,
        long quantity,
        String status,
        boolean requiresShipping,
        String price) {}
