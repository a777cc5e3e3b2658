/** The door for whoever drives a simulated shop: shoppers, staff, clock, faults and the truth, in Java and over HTTP. */
@NullMarked
package dev.holdfast.simulator.control;

import org.jspecify.annotations.NullMarked;
