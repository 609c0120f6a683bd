package dev.holdfast.rls.matrix;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.ExposedRoles;
import dev.holdfast.rls.access.WaysAround;
import dev.holdfast.rls.catalog.Catalog;
import java.util.List;

/** The matrix of what a catalogue exposes. */
public final class CatalogMatrix {

    private CatalogMatrix() {}

    /**
     * The matrix of the relations in some schemas.
     *
     * @param roles that an attacker may have, by name; empty for the usual ones
     */
    public static AccessMatrix of(Catalog catalog, List<String> schemas, List<String> roles) {
        EffectiveAccess access = new EffectiveAccess(catalog);
        ExposedRoles exposed =
                roles.isEmpty() ? ExposedRoles.usual(catalog) : ExposedRoles.named(catalog, roles);
        return AccessMatrix.of(
                access,
                new WaysAround(access),
                exposed.roles(),
                catalog.allRelations().stream()
                        .filter(each -> schemas.contains(each.schema()))
                        .toList());
    }
}
