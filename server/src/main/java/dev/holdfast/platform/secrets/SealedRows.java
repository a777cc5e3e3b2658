package dev.holdfast.platform.secrets;

/** Rows with sealed secrets, which a rotation of the key seals again; each table that has them brings a bean of this type. */
public interface SealedRows {

    /** For the operator: "tokens". */
    String name();

    /**
     * Seals again every secret that is not current ({@link Secrets#isCurrent}), shop by shop, while the program runs. A row
     * that changes meanwhile is left to who changed it.
     *
     * @return how many were sealed again; 0 when all are current
     */
    int sealAgain(Secrets secrets);
}
