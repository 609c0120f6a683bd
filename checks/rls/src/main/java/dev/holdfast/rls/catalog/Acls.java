package dev.holdfast.rls.catalog;

import java.util.ArrayList;
import java.util.List;

/** Access control lists as text: {@code grantee:privilege:grantable} with commas between. */
final class Acls {

    private Acls() {}

    /**
     * The SQL that writes a list. An empty one of the catalogue stands for the built-in defaults
     * ({@code acldefault}), in which functions are everybody's.
     *
     * @param kind of object as {@code acldefault} names it
     */
    static String sql(String acl, String kind, String owner) {
        return exploded("coalesce(" + acl + ", acldefault(" + kind + ", " + owner + "))");
    }

    /** The same for a list that has no default. */
    static String exploded(String acl) {
        return "(SELECT string_agg(grantee || ':' || privilege_type || ':' || is_grantable, ',')"
                + " FROM aclexplode("
                + acl
                + "))";
    }

    static List<Grant> read(String text) {
        List<Grant> grants = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            if (!each.isEmpty()) {
                String[] parts = each.split(":", -1);
                grants.add(new Grant(Long.parseLong(parts[0]), parts[1], parts[2].startsWith("t")));
            }
        }
        return grants;
    }
}
