package dev.holdfast.planner;

/** Where pegs go as they are made, one line after the other in queue order. */
public interface Pegs {

    /** So many units of the line are assigned to the supply; for one line firm ones first, then in supply order. */
    void peg(DemandLine line, Supply supply, long quantity, boolean firm);

    /**
     * No supply covers so many units of the line; told after its pegs, and only when there are any.
     *
     * @param shortOfFirm how many of them are firm units whose stock is gone
     */
    void uncovered(DemandLine line, long quantity, long shortOfFirm);
}
