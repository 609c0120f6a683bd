package dev.holdfast.rls.trial;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import java.util.List;
import java.util.Optional;

/**
 * How an application writes who somebody is, where a column's type leaves it open.
 *
 * @param users how it writes users
 * @param tenants how it writes tenants
 */
record Shapes(Identity.Shape users, Identity.Shape tenants) {

    /**
     * As most columns hold them.
     *
     * @param roles whether users are roles, and so names
     */
    static Shapes of(Catalog catalog, List<Relation> tables, Belongings belongings, boolean roles) {
        Identity.Shape users = most(catalog, tables, belongings, Belongings.Whose.USERS, null);
        Identity.Shape tenants = most(catalog, tables, belongings, Belongings.Whose.TENANTS, users);
        return new Shapes(roles ? Identity.Shape.NAME : users, tenants);
    }

    private static Identity.Shape most(
            Catalog catalog,
            List<Relation> tables,
            Belongings belongings,
            Belongings.Whose whose,
            Identity.@org.jspecify.annotations.Nullable Shape otherwise) {
        int uuids = 0;
        int numbers = 0;
        int names = 0;
        for (Relation table : tables) {
            for (Column each : table.columns()) {
                if (belongings.of(table, each).equals(Optional.of(whose))) {
                    switch (Identity.kind(each.type(), catalog, Identity.Shape.NAME)) {
                        case UUID -> uuids++;
                        case NUMBER -> numbers++;
                        case NAME -> names++;
                    }
                }
            }
        }
        if (otherwise != null && uuids + numbers + names == 0) {
            return otherwise;
        }
        return uuids > 0 && uuids >= numbers
                ? Identity.Shape.UUID
                : numbers > names ? Identity.Shape.NUMBER : Identity.Shape.NAME;
    }
}
