package dev.holdfast.platform.backup;

import java.util.List;

/**
 * What a backup file holds.
 *
 * @param format of the file; a program reads the formats up to its own
 * @param madeAt an instant, ISO 8601 in UTC
 * @param server version of the PostgreSQL it came from
 * @param migrations of the tables, in their order
 * @param tables in an order in which each comes after those it refers to
 */
record Manifest(
        int format,
        String madeAt,
        String server,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /** One step of the tables' history; the checksum is Flyway's of its text. */
    record Migration(String version, int checksum) {}

    /** A table's content: an entry of the file in the text format of COPY, with the digest of its rows. */
    record Table(String name, List<String> columns, long rows, String digest) {

        static String entry(String name) {
            return "tables/" + name + ".copy";
        }
    }

    /** The last number given out, and whether it was. */
    record Sequence(String name, long value, boolean called) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
