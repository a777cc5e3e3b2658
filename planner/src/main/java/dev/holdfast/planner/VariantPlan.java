package dev.holdfast.planner;

import java.util.List;

/** The plan of one variant: its open lines in queue order, and what they leave; it grows at the tail. */
record VariantPlan(List<LinePlan> lines, Remainder remainder) {}
