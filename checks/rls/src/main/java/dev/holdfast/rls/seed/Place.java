package dev.holdfast.rls.seed;

/**
 * Where a version of a row is.
 *
 * @param table the oid of the table that holds it, which may be a partition
 * @param version its ctid
 */
public record Place(long table, String version) {

    /** The condition by which a query finds it. */
    public String condition() {
        return "tableoid = " + table + " AND ctid = '" + version + "'";
    }
}
